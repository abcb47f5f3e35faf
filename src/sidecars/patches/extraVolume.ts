import type { JsonPatchOperation } from '../jsonPointer';
import type { VirtualMachine } from '../resources';

export type ExtraVolumeProblem = 'volumeExists' | 'namedLikeConfigMap' | 'notFound';

export type ExtraVolumePatch =
  { kind: 'patch'; operations: JsonPatchOperation[] } | { kind: 'refused'; problem: ExtraVolumeProblem };

export const addExtraVolume = (
  vm: VirtualMachine,
  volumeName: string,
  configMapName: string,
): ExtraVolumePatch => {
  void [vm, volumeName, configMapName];
  return { kind: 'patch', operations: [] };
};

export const removeExtraVolume = (vm: VirtualMachine, volumeName: string): ExtraVolumePatch => {
  void [vm, volumeName];
  return { kind: 'patch', operations: [] };
};
