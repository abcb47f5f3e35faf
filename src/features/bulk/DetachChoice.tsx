import type { ReactElement } from 'react';
import { Form } from '@patternfly/react-core';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { useSidecarTranslation } from '../../i18n';

interface DetachChoiceProps {
  /** The names of what is attached to the VMs. */
  scripts: readonly string[];
  /** Empty if none is chosen. */
  value: string;
  onChange: (value: string) => void;
}

/** Stands for all scripts; no script has this name, as it has no slash and no image has a star. */
export const ALL_SCRIPTS = '*';

/** Chooses which hook script is detached. */
export const DetachChoice = ({ scripts, value, onChange }: DetachChoiceProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <ChoiceField
        label={t('Hook script')}
        value={value}
        isRequired
        hint={t('The scripts themselves are kept. Running VMs change when they are restarted.')}
        options={[
          ...(value === '' ? [{ value: '', label: t('Choose a hook script') }] : []),
          ...scripts.map((script) => ({ value: script, label: script })),
          { value: ALL_SCRIPTS, label: t('All hook scripts') },
        ]}
        onChange={onChange}
      />
    </Form>
  );
};
