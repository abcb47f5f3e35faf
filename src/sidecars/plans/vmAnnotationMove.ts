import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import type { VirtualMachine } from '../objects/resources';
import { sourceOf } from '../objects/templateVm';
import { misplacedAnnotation, templateAnnotation } from '../objects/vm';
import { buildSidecarsPatch } from './sidecarsPatch';

export type AnnotationMove =
  | { kind: 'patch'; operations: JsonPatchOperation[] }
  /** `templateHasOne`: the template's text differs, and only the user knows which one is right. */
  | { kind: 'refused'; problem: 'templateHasOne' | 'nothingToMove' };

/** Moves the annotation from the VM's own metadata, where KubeVirt ignores it, to its template. */
export const buildAnnotationMove = (vm: VirtualMachine): AnnotationMove => {
  const misplaced = misplacedAnnotation(vm);
  const placed = templateAnnotation(vm);
  if (misplaced === undefined) {
    return { kind: 'refused', problem: 'nothingToMove' };
  }
  if (placed !== undefined && placed !== misplaced) {
    return { kind: 'refused', problem: 'templateHasOne' };
  }
  const path = pointer(...sourceOf(vm).path, 'metadata', 'annotations', SIDECARS_ANNOTATION);
  return {
    kind: 'patch',
    operations: [
      ...buildSidecarsPatch({ vm, seen: placed, next: { raw: misplaced } }).operations,
      { op: 'test', path, value: misplaced },
      { op: 'remove', path },
    ],
  };
};
