import type { ReactElement } from 'react';
import { Form } from '@patternfly/react-core';
import { RadioField } from '../../components/fields/RadioField';
import { DEFAULT_VERSION, SHIM_VERSIONS, type ShimVersion } from '../../sidecars/annotation/constants';
import { useSidecarTranslation } from '../../i18n';

interface VersionChoiceProps {
  value: ShimVersion;
  onChange: (value: ShimVersion) => void;
}

/** Chooses the version of the hook protocol. */
export const VersionChoice = ({ value, onChange }: VersionChoiceProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <RadioField
        label={t('Version of the hook protocol')}
        value={value}
        choices={SHIM_VERSIONS.toReversed().map((version) => ({
          value: version,
          label: version,
          description:
            version === DEFAULT_VERSION
              ? t('The one to use: with older ones, VMs can be migrated only once.')
              : undefined,
        }))}
        onChange={onChange}
      />
    </Form>
  );
};
