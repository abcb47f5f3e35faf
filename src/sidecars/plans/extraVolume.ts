import type { JsonPatchOperation } from '../json/jsonPointer';
import { pointer } from '../json/jsonPointer';
import { checkDnsLabel } from '../objects/names';
import type { VirtualMachine } from '../objects/resources';
import { sourceOf, testPlace } from '../objects/templateVm';
import { sidecarsOfVm, volumeNames } from '../objects/vm';
import { guardedAdd } from './guardedAdd';

export type ExtraVolumeProblem =
  /** The VM has a volume of this name. */
  | 'volumeExists'
  /** A sidecar's ConfigMap or PVC has this name, and KubeVirt makes a pod volume named after it. */
  | 'namedLikeSidecarVolume'
  | 'notLabel'
  | 'notFound'
  /** A disk or filesystem of the VM uses the volume, so that the VM would be invalid without it. */
  | 'inUse';

export type ExtraVolumePatch =
  { kind: 'patch'; operations: JsonPatchOperation[] } | { kind: 'refused'; problem: ExtraVolumeProblem };

const VOLUMES = ['spec', 'template', 'spec', 'volumes'] as const;

const sidecarVolumeNames = (vm: VirtualMachine): string[] =>
  sidecarsOfVm(vm).flatMap(({ configMap, pvc }) => [configMap?.name ?? '', pvc?.name ?? '']);

const addProblem = (vm: VirtualMachine, name: string, configMap: string): ExtraVolumeProblem | undefined => {
  if (checkDnsLabel(name) !== undefined) {
    return 'notLabel';
  }
  if (volumeNames(vm).includes(name)) {
    return 'volumeExists';
  }
  return name === configMap || sidecarVolumeNames(vm).includes(name) ? 'namedLikeSidecarVolume' : undefined;
};

/** Adds the guide's volume for the ConfigMap. KubeVirt makes a disk from it in the guest, which hooks do not need. */
export const addExtraVolume = (
  vm: VirtualMachine,
  volumeName: string,
  configMapName: string,
): ExtraVolumePatch => {
  const problem = addProblem(vm, volumeName, configMapName);
  if (problem !== undefined) {
    return { kind: 'refused', problem };
  }
  const volume = { name: volumeName, configMap: { name: configMapName } };
  const volumes = vm.spec.template?.spec.volumes;
  const { object, path } = sourceOf(vm);
  const list = [...path, ...VOLUMES];
  return {
    kind: 'patch',
    operations:
      volumes === undefined
        ? guardedAdd(object, list, [volume])
        : [
            ...testPlace(vm),
            { op: 'test', path: pointer(...list), value: volumes },
            { op: 'add', path: pointer(...list, '-'), value: volume },
          ],
  };
};

const isUsed = (vm: VirtualMachine, volumeName: string): boolean => {
  const { disks, filesystems } = vm.spec.template?.spec.domain.devices ?? {};
  return [disks, filesystems]
    .flatMap((devices: unknown) => (Array.isArray(devices) ? (devices as unknown[]) : []))
    .some((device) => (device as { name?: unknown } | null)?.name === volumeName);
};

export const removeExtraVolume = (vm: VirtualMachine, volumeName: string): ExtraVolumePatch => {
  const volumes = vm.spec.template?.spec.volumes ?? [];
  const index = volumes.findIndex((volume) => volume.name === volumeName && volume.configMap !== undefined);
  if (index < 0) {
    return { kind: 'refused', problem: 'notFound' };
  }
  if (isUsed(vm, volumeName)) {
    return { kind: 'refused', problem: 'inUse' };
  }
  const path = pointer(...sourceOf(vm).path, ...VOLUMES, index);
  return {
    kind: 'patch',
    operations: [
      { op: 'test', path, value: volumes[index] },
      { op: 'remove', path },
    ],
  };
};
