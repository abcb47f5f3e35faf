import type { ConfigMap, VirtualMachine } from '../objects/resources';
import { sidecarsOfVm, volumeConfigMaps } from '../objects/vm';
import { addUser, needsExisting, type ScriptUser } from './scriptUser';

const refersTo = (vm: VirtualMachine, name: string): boolean =>
  (sidecarsOfVm(vm).some(({ configMap }) => configMap?.name === name) ||
    volumeConfigMaps(vm).includes(name)) &&
  needsExisting(vm, name);

/**
 * The VMs that cannot start without the ConfigMap, and what makes such VMs: a sidecar refers to it, with any key and even
 * if the key is missing, or a volume is made from it.
 *
 * @param vms what can use it, see `possibleUsers`
 */
export const usersOfConfigMap = (
  { metadata: { namespace, name } }: ConfigMap,
  vms: readonly VirtualMachine[],
): ScriptUser[] => {
  const users: ScriptUser[] = [];
  for (const vm of vms) {
    if (vm.metadata.namespace === namespace && refersTo(vm, name)) {
      addUser(users, vm);
    }
  }
  return users;
};
