import type { ReactElement } from 'react';
import { useId } from 'react';
import { Checkbox, Stack } from '@patternfly/react-core';
import type { ExtraVolumeProblem } from '../../sidecars/plans/extraVolume';
import { useSidecarTranslation } from '../../i18n';
import { TextField } from '../../components/fields/TextField';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { extraVolumeProblemText } from './blockerText';

interface ExtraVolumeFieldsProps {
  values: AttachValues;
  onChange: (changed: Partial<AttachValues>) => void;
  problem: ExtraVolumeProblem | undefined;
}

/** A volume that some guides add to the VM, although sidecars do not need it. */
export const ExtraVolumeFields = ({ values, onChange, problem }: ExtraVolumeFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  return (
    <Stack hasGutter>
      <Checkbox
        id={id}
        label={t('Also add the ConfigMap to the volumes of the VM')}
        description={t(
          'Some guides do this. The script does not need it, and the guest gets an additional disk with the script on it.',
        )}
        isChecked={values.hasExtraVolume}
        onChange={(_event, checked) => {
          onChange({ hasExtraVolume: checked });
        }}
      />
      {values.hasExtraVolume ? (
        <TextField
          label={t('Name of the volume')}
          value={values.extraVolumeName}
          isRequired
          problem={problem === undefined ? undefined : extraVolumeProblemText(t, problem)}
          onChange={(name) => {
            onChange({ extraVolumeName: name });
          }}
        />
      ) : null}
    </Stack>
  );
};
