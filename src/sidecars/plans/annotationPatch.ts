import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import type { KubernetesObject } from '../objects/resources';
import { guardedAdd } from './guardedAdd';

export interface AnnotationPatchInput {
  object: KubernetesObject;
  /** The keys that lead to the annotations: `['metadata', 'annotations']`, or those of a template. */
  annotations: readonly string[];
  name: string;
  /** The text that the edit started from; undefined when the annotation was absent. */
  seen: string | undefined;
  /** Undefined removes the annotation. */
  next: string | undefined;
}

/**
 * Writes one annotation and leaves the others alone. Fails as a whole when the annotation is no longer what was
 * seen. No operations when there is nothing to change.
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
