import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { INSTANCE_FIELDS } from '../../../data/listedFields';
import { useListWatch } from '../../../k8s/listWatch/useListWatch';
import { VirtualMachineInstanceModel } from '../../../k8s/models';
import { loadedData } from '../../../loadable';
import { TextField } from '../../../components/fields/TextField';
import { TypeaheadField } from '../../../components/fields/TypeaheadField';
import { useSidecarTranslation } from '../../../i18n';
import type { VirtualMachineInstance } from '../../../sidecars/objects/resources';

interface VmInputFieldProps {
  namespace: string;
  value: string;
  onChange: (name: string) => void;
}

/** A running VM of the namespace. */
export const VmInputField = ({ namespace, value, onChange }: VmInputFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const query = useMemo(
    () => ({ model: VirtualMachineInstanceModel, namespace, fields: INSTANCE_FIELDS }),
    [namespace],
  );
  const instances = useListWatch<VirtualMachineInstance>(query);
  const running = (loadedData(instances) ?? []).filter(({ status }) => status?.phase === 'Running');
  const field = { label: t('Running VM'), value, onChange };
  return instances.status === 'failed' ? (
    <TextField {...field} />
  ) : (
    <TypeaheadField
      {...field}
      placeholder={t('Choose a VM')}
      options={running.map(({ metadata: { name } }) => ({ value: name }))}
      hint={
        instances.status === 'loaded' && running.length === 0 ? t('No VM of the namespace runs.') : undefined
      }
    />
  );
};
