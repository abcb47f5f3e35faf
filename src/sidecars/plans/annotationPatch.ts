import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import type { KubernetesObject } from '../objects/resources';
import { guardedAdd } from './guardedAdd';

export interface AnnotationPatchInput {
  object: KubernetesObject;
  /** The path to the annotations: `['metadata', 'annotations']`, or that of a template. */
  annotations: readonly (string | number)[];
  name: string;
  /** The text from which the edit started; undefined if there was no annotation. */
  seen: string | undefined;
  /** Undefined removes the annotation. */
  next: string | undefined;
}

/**
 * Writes one annotation and no other. Fails completely if the annotation has changed since it was read. No operations
 * if there is nothing to change.
 */
export const annotationPatch = ({
  object,
  annotations,
  name,
  seen,
  next,
}: AnnotationPatchInput): JsonPatchOperation[] => {
  if (seen === next) {
    return [];
  }
  const keys = [...annotations, name];
  if (seen === undefined) {
    return guardedAdd(object, keys, next);
  }
  const path = pointer(...keys);
  return [
    { op: 'test', path, value: seen },
    next === undefined ? { op: 'remove', path } : { op: 'replace', path, value: next },
  ];
};
