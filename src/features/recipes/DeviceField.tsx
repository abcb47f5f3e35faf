import type { ReactElement } from 'react';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { TextField } from '../../components/fields/TextField';
import { useDeviceNames } from '../../data/useDeviceNames';
import { useSidecarTranslation } from '../../i18n';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import type { NamedDevice } from '../../sidecars/recipes/parameter';

interface DeviceFieldProps {
  label: string;
  value: string;
  of: readonly NamedDevice[];
  isRequired: boolean | undefined;
  namespace: string;
  attachTo: AttachTarget | undefined;
  problem: string | undefined;
  hint?: string;
  onChange: (value: string) => void;
}

/** The name of a device, chosen from those of the VMs; written where these are not known or have none. */
export const DeviceField = ({
  of,
  namespace,
  attachTo,
  isRequired = false,
  ...field
}: DeviceFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const names = useDeviceNames(namespace, attachTo, of);
  return names === undefined || names.length === 0 ? (
    <TextField {...field} isRequired={isRequired} />
  ) : (
    <ChoiceField
      {...field}
      isRequired={isRequired}
      options={[
        { value: '', label: t('All of them') },
        ...names.map((name) => ({ value: name, label: name })),
      ]}
    />
  );
};
