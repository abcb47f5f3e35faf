import type { ConfigMap, VirtualMachine } from '../objects/resources';
import { isRunning, sidecarsOfVm, volumeConfigMaps } from '../objects/vm';
import type { ScriptUser } from './hookScripts';

const refersTo = (vm: VirtualMachine, name: string): boolean =>
  sidecarsOfVm(vm).some(({ configMap }) => configMap?.name === name) || volumeConfigMaps(vm).includes(name);

/**
 * The VMs that do not start without the ConfigMap: their sidecars name it, whichever key and whether it is there, or
 * a volume of theirs is made of it.
 */
export const usersOfConfigMap = (
  { metadata: { namespace, name } }: ConfigMap,
  vms: readonly VirtualMachine[],
): ScriptUser[] =>
  vms
    .filter((vm) => vm.metadata.namespace === namespace && refersTo(vm, name))
    .map((vm) => ({ namespace: namespace ?? '', name: vm.metadata.name, running: isRunning(vm) }));
