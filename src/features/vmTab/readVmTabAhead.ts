import { PodModel, VirtualMachineModel } from '../../k8s/models';
import { askAccessAhead, type Access } from '../../k8s/useAccess';
import { readVmAhead, type VmAhead } from '../../data/useVmSidecars';

/**
 * Reads what both tabs of a VM begin with: its instance, pods and ConfigMaps, and what their user may do. Rejects with
 * HttpError.
 */
export const readVmTabAhead = async (vm: {
  namespace: string;
  name: string;
}): Promise<VmAhead & { mayExec: Access }> => {
  const { namespace } = vm;
  const [known, mayExec] = await Promise.all([
    readVmAhead(vm),
    askAccessAhead({ verb: 'create', model: PodModel, namespace, subresource: 'exec' }).answer,
    askAccessAhead({ verb: 'patch', model: VirtualMachineModel, namespace }).answer,
  ]);
  return { ...known, mayExec };
};
