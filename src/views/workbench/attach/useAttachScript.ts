import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from 'react-router';
import { useAttachSidecar, type ChosenScript } from '../../../features/attach/useAttachSidecar';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import { VirtualMachineModel } from '../../../k8s/models';
import { getObject } from '../../../k8s/read';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { ChooseVmModal } from './ChooseVmModal';

interface AttachScript {
  /**
   * Saves, and opens the form that attaches the script: to that VM, on its page, or to one that the user chooses. Reads
   * the VM first, so that nothing is saved if it is gone.
   */
  saveAndAttach: (save: () => Promise<ChosenScript>) => Promise<void>;
}

/**
 * React hook: attaches the script of the page, which it opens the form for.
 *
 * @param vmName the VM from which the user came to write it; undefined if from elsewhere
 */
export const useAttachScript = (namespace: string, vmName: string | undefined): AttachScript => {
  const attach = useAttachSidecar();
  const launch = useOverlay();
  const navigate = useNavigate();
  return {
    saveAndAttach: async (save) => {
      if (vmName === undefined) {
        launch(ChooseVmModal, { namespace, script: await save() });
        return;
      }
      const vm = await getObject<VirtualMachine>(VirtualMachineModel, namespace, vmName);
      const script = await save();
      await navigate(vmTabPath(vm, 'sidecar-hooks'));
      attach(vm, undefined, script);
    },
  };
};
