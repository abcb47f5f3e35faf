import { EXPECTED_RESULTS_ANNOTATION } from '../annotation/constants';
import type { JsonPatchOperation } from '../json/jsonPointer';
import { annotationPatch } from '../plans/annotationPatch';
import type { ConfigMap } from '../objects/resources';
import { serializeExpectedResults, type Expectation } from './expectedResults';

/** Writes the expected results of a script to its ConfigMap; an empty list removes the annotation. */
export const buildExpectationsPatch = (
  configMap: ConfigMap,
  seen: string | undefined,
  next: readonly Expectation[],
): { operations: JsonPatchOperation[] } => ({
  operations: annotationPatch({
    object: configMap,
    annotations: ['metadata', 'annotations'],
    name: EXPECTED_RESULTS_ANNOTATION,
    seen,
    next: next.length === 0 ? undefined : serializeExpectedResults(next),
  }),
});
