import { PodModel, VirtualMachineModel } from '../../k8s/models';
import { askAccessAhead } from '../../k8s/useAccess';
import { readVmAhead } from '../../k8s/useVmSidecars';
import { vmOfTabPath } from './vmTabPath';

/** Reads what both tabs of a VM begin with: its instance, pods and ConfigMaps, and what their user may do. */
export const readVmTabAhead = (path: string): void => {
  const vm = vmOfTabPath(path);
  if (vm !== undefined) {
    readVmAhead(vm);
    askAccessAhead({ verb: 'create', model: PodModel, namespace: vm.namespace, subresource: 'exec' });
    askAccessAhead({ verb: 'patch', model: VirtualMachineModel, namespace: vm.namespace });
  }
};
