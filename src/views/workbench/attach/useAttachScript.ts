import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate } from 'react-router';
import { readTarget } from '../../../data/holders';
import { useAttachSidecar, type ChosenScript } from '../../../features/attach/useAttachSidecar';
import { vmTabPath } from '../../../features/vmTab/vmTabPath';
import type { AttachTarget } from '../../../sidecars/objects/attachTarget';
import { ChooseVmModal } from './ChooseVmModal';

interface AttachScript {
  /**
   * Saves, and opens the form that attaches the script: to the target, on its page, or to a VM that the user chooses.
   * Reads the target first, so that nothing is saved if it is gone.
   */
  saveAndAttach: (save: () => Promise<ChosenScript>) => Promise<void>;
}

/**
 * React hook: attaches the script of the page, which it opens the form for.
 *
 * @param target what the user came from to write it; undefined if from elsewhere
 */
export const useAttachScript = (namespace: string, target: AttachTarget | undefined): AttachScript => {
  const attach = useAttachSidecar();
  const launch = useOverlay();
  const navigate = useNavigate();
  return {
    saveAndAttach: async (save) => {
      if (target === undefined) {
        launch(ChooseVmModal, { namespace, script: await save() });
        return;
      }
      const vm = await readTarget(target);
      const script = await save();
      await navigate(vmTabPath(vm, 'sidecar-hooks'));
      attach(vm, undefined, script);
    },
  };
};
