import type { JsonPatchOperation } from '../json/jsonPointer';
import { removeExtraVolume } from './extraVolume';
import { buildSidecarsPatch } from './sidecarsPatch';
import type { VirtualMachine } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import { removeSidecar } from '../annotation/sidecarList';
import { sidecarsOfVm, templateAnnotation } from '../objects/vm';

/** The changes that detach a sidecar. */
export interface DetachPlan {
  operations: JsonPatchOperation[];
  /** No sidecar remains, so that the annotation is removed. */
  isLast: boolean;
}

export const sidecarAt = (vm: VirtualMachine, index: number): Sidecar | undefined => sidecarsOfVm(vm)[index];

/**
 * The VM's volume for the sidecar's ConfigMap, which makes a disk in the guest; the guide adds one. Undefined if there
 * is none, or if it cannot be removed because a device of the VM refers to it or another sidecar needs it.
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

/** @param volume the volume to remove too, see `removableVolume` */
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
