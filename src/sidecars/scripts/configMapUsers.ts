import type { ConfigMap, VirtualMachine } from '../objects/resources';
import { isRunning, sidecarsOfVm, volumeConfigMaps } from '../objects/vm';
import type { ScriptUser } from './hookScripts';

const refersTo = (vm: VirtualMachine, name: string): boolean =>
  sidecarsOfVm(vm).some(({ configMap }) => configMap?.name === name) || volumeConfigMaps(vm).includes(name);

/**
 * The VMs that cannot start without the ConfigMap: a sidecar refers to it, with any key and even if the key is missing,
 * or a volume is made from it.
 */
export const usersOfConfigMap = (
  { metadata: { namespace, name } }: ConfigMap,
  vms: readonly VirtualMachine[],
): ScriptUser[] =>
  vms
    .filter((vm) => vm.metadata.namespace === namespace && refersTo(vm, name))
    .map((vm) => ({ namespace: namespace ?? '', name: vm.metadata.name, running: isRunning(vm) }));
