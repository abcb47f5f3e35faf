import { serializeSidecars } from '../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { JsonPatchOperation } from '../json/jsonPointer';
import type { VirtualMachine } from '../objects/resources';
import { sourceOf, testPlace } from '../objects/templateVm';
import type { Sidecar } from '../annotation/sidecar';
import { annotationPatch } from './annotationPatch';

export interface SidecarsPatchInput {
  vm: VirtualMachine;
  /** The annotation's text from which the user's edit started; undefined if there was none. */
  seen: string | undefined;
  /** The new list, or a text to write unchanged. */
  next: readonly Sidecar[] | { raw: string };
}

export interface Patch {
  operations: JsonPatchOperation[];
}

const TEMPLATE_ANNOTATIONS = ['spec', 'template', 'metadata', 'annotations'] as const;

/** The text to write; undefined if the list is empty, because a blank annotation prevents the VM from starting. */
const textOf = (next: SidecarsPatchInput['next']): string | undefined => {
  if ('raw' in next) {
    return next.raw.trim() === '' ? undefined : next.raw;
  }
  return next.length === 0 ? undefined : serializeSidecars(next);
};

/**
 * Writes the sidecars of a VM's template. Fails completely if somebody else changed the annotation since `seen`. Other
 * changes of the VM do not matter, so the patch has no resourceVersion unless the VM has no template.
 */
export const buildSidecarsPatch = ({ vm, seen, next }: SidecarsPatchInput): Patch => {
  const { object, path } = sourceOf(vm);
  const operations = annotationPatch({
    object,
    annotations: [...path, ...TEMPLATE_ANNOTATIONS],
    name: SIDECARS_ANNOTATION,
    seen,
    next: textOf(next),
  });
  return { operations: operations.length === 0 ? [] : [...testPlace(vm), ...operations] };
};
