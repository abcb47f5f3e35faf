import type { ReactElement } from 'react';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import { useSidecarTranslation } from '../../i18n';
import type { FieldNote } from './FieldHelp';
import { RadioField } from './RadioField';

interface HookPointFieldProps<Value extends string> {
  value: Value;
  onChange: (value: Value | HookPoint) => void;
  notes?: readonly FieldNote[];
  /** A choice besides KubeVirt's hook points. */
  other?: { value: Value; label: string; description: string } | undefined;
}

/** Chooses when KubeVirt calls the script. */
export const HookPointField = <Value extends string = HookPoint>({
  value,
  onChange,
  other,
  notes = [],
}: HookPointFieldProps<Value | HookPoint>): ReactElement => {
  const { t } = useSidecarTranslation();
  const choices = [
    {
      value: 'onDefineDomain' as const,
      label: 'onDefineDomain',
      description: t('Changes the libvirt domain XML before the VM starts.'),
    },
    {
      value: 'preCloudInitIso' as const,
      label: 'preCloudInitIso',
      description: t('Changes the cloud-init data before it is put on a disk for the guest.'),
    },
    ...(other === undefined ? [] : [other]),
  ];
  return (
    <RadioField<Value | HookPoint>
      label={t('Hook point')}
      value={value}
      isRequired
      choices={choices}
      notes={notes}
      onChange={onChange}
    />
  );
};
