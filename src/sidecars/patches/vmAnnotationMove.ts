import type { JsonPatchOperation } from '../jsonPointer';
import type { VirtualMachine } from '../resources';

export type AnnotationMove =
  | { kind: 'patch'; operations: JsonPatchOperation[] }
  /** The template has its own annotation already: which of the two is meant only the user knows. */
  | { kind: 'refused'; problem: 'templateHasOne' | 'nothingToMove' };

export const buildAnnotationMove = (vm: VirtualMachine): AnnotationMove => {
  void vm;
  return { kind: 'patch', operations: [] };
};
