import { useMemo, useState, type ReactElement } from 'react';
import { GuardedButton } from '../../components/GuardedButton';
import { InlineAlert } from '../../components/InlineAlert';
import { useVm } from '../../data/useVm';
import { useSidecarTranslation } from '../../i18n';
import { VirtualMachineModel } from '../../k8s/models';
import { useMayPatchVm } from '../../k8s/useAccess';
import { loadedData } from '../../loadable';
import { nativeEdit, nativeFieldOf } from '../../sidecars/recipes/nativeEdit';
import type { ParameterValues } from '../../sidecars/recipes/parameter';
import type { Recipe } from '../../sidecars/recipes/recipe';
import { accessReason } from '../access/accessReason';
import { useVmEdit } from '../vmEdit/useVmEdit';

interface NativeButtonProps {
  recipe: Recipe;
  values: ParameterValues;
  namespace: string;
  vmName: string;
  kubevirtVersion: string | undefined;
}

/** Sets the field of the VM that does the same as the script, if there is one for these values. */
export const NativeButton = ({
  recipe,
  values,
  namespace,
  vmName,
  kubevirtVersion,
}: NativeButtonProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const vm = loadedData(
    useVm({
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { namespace, name: vmName },
    }),
  );
  const edit = useMemo(() => nativeEdit(recipe, values, kubevirtVersion), [recipe, values, kubevirtVersion]);
  const [written, setWritten] = useState<ParameterValues>();
  const access = useMayPatchVm(namespace, VirtualMachineModel);
  const ask = useVmEdit();
  if (vm === undefined || nativeFieldOf(recipe, values, vm, kubevirtVersion) === undefined) {
    return null;
  }
  return written === values || edit(vm) === undefined ? (
    <InlineAlert
      isPlain
      isLiveRegion
      variant="success"
      title={t('VM {{name}} has this field', { name: vmName })}
    >
      {t('It takes effect at the next start of the VM. You need no script for it.')}
    </InlineAlert>
  ) : (
    <GuardedButton
      variant="secondary"
      reason={accessReason(t, access, t('You may not change VMs in this namespace.'))}
      onClick={() => {
        ask({
          vm,
          edit,
          title: t('Use the native field in VM {{name}}', { name: vmName }),
          submitLabel: t('Save'),
          hasDryRun: true,
          explanation: [
            t('KubeVirt then does without a script what this recipe is for.'),
            t('It takes effect at the next start of the VM.'),
          ],
          onWritten: () => {
            setWritten(values);
          },
        });
      }}
    >
      {t('Use the native field')}
    </GuardedButton>
  );
};
