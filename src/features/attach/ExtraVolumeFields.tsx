import type { ReactElement } from 'react';
import { useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Checkbox, Stack } from '@patternfly/react-core';
import type { ExtraVolumeProblem } from '../../sidecars/plans/extraVolume';
import { useSidecarTranslation } from '../../i18n';
import { TextField } from '../../components/fields/TextField';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { extraVolumeProblemText } from './blockerText';

interface ExtraVolumeFieldsProps {
  form: UseFormReturn<AttachValues>;
  values: AttachValues;
  problem: ExtraVolumeProblem | undefined;
}

/** The volume that some guides add to the VM. Sidecars do not need it. */
export const ExtraVolumeFields = ({ form, values, problem }: ExtraVolumeFieldsProps): ReactElement => {
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
          form.setValue('hasExtraVolume', checked);
        }}
      />
      {values.hasExtraVolume ? (
        <TextField
          label={t('Name of the volume')}
          value={values.extraVolumeName}
          isRequired
          problem={problem === undefined ? undefined : extraVolumeProblemText(t, problem)}
          onChange={(name) => {
            form.setValue('extraVolumeName', name);
          }}
        />
      ) : null}
    </Stack>
  );
};
