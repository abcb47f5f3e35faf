import type { JsonPatchOperation } from '../json/jsonPointer';
import { removeExtraVolume } from './extraVolume';
import { buildSidecarsPatch } from './sidecarsPatch';
import type { VirtualMachine } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import { removeSidecar } from '../annotation/sidecarList';
import { sidecarsOfVm, templateAnnotation } from '../objects/vm';

/** What detaching would write. */
export interface DetachPlan {
  operations: JsonPatchOperation[];
  /** Nothing stays attached: the annotation goes. */
  isLast: boolean;
}

export const sidecarAt = (vm: VirtualMachine, index: number): Sidecar | undefined => sidecarsOfVm(vm)[index];

/**
 * The VM's volume made from the sidecar's ConfigMap, which gives the guest a disk: the guide adds one. Undefined
 * without one, and where it cannot be removed because a device of the VM uses it by name or another sidecar needs it.
 */
export const removableVolume = (vm: VirtualMachine, index: number): string | undefined => {
  const name = sidecarAt(vm, index)?.configMap?.name;
  const isShared = sidecarsOfVm(vm).some(
    ({ configMap }, other) => other !== index && configMap?.name === name,
  );
  const volume = vm.spec.template?.spec.volumes?.find(({ configMap }) => configMap?.name === name)?.name;
  return name === undefined ||
    isShared ||
    volume === undefined ||
    removeExtraVolume(vm, volume).kind === 'refused'
    ? undefined
    : volume;
};

/** @param volume the volume to remove as well, see `removableVolume` */
export const planDetach = (vm: VirtualMachine, index: number, volume?: string): DetachPlan => {
  const next = removeSidecar(sidecarsOfVm(vm), index);
  const removal = volume === undefined ? undefined : removeExtraVolume(vm, volume);
  return {
    operations: [
      ...buildSidecarsPatch({ vm, seen: templateAnnotation(vm), next }).operations,
      ...(removal?.kind === 'patch' ? removal.operations : []),
    ],
    isLast: next.length === 0,
  };
};
