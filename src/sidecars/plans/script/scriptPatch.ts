import { EXPECTED_RESULTS_ANNOTATION, HOOK_POINT_ANNOTATION } from '../../annotation/constants';
import type { HookPoint } from '../../annotation/hookPoint';
import { pointer, type JsonPatchOperation } from '../../json/jsonPointer';
import { annotationPatch } from '../annotationPatch';
import type { ConfigMap } from '../../objects/resources';

export interface ScriptPatchInput {
  /** As the user saw it. */
  configMap: ConfigMap;
  key: string;
  text: string;
  /** Undefined does not change the ConfigMap's annotation. */
  hookPoint: HookPoint | undefined;
  /** As they are stored; undefined does not change them. */
  expectedResults?: string | undefined;
}

/**
 * Writes one script and nothing else of its ConfigMap. Fails completely if the script has changed since it was read. No
 * operations if there is nothing to change.
 */
export const buildScriptPatch = ({
  configMap,
  key,
  text,
  hookPoint,
  expectedResults,
}: ScriptPatchInput): JsonPatchOperation[] => {
  const seen = configMap.data?.[key];
  const path = pointer('data', key);
  const { annotations = {} } = configMap.metadata;
  const noted = annotations[HOOK_POINT_ANNOTATION];
  const expected = annotations[EXPECTED_RESULTS_ANNOTATION];
  return [
    ...(seen === undefined || seen === text
      ? []
      : ([
          { op: 'test', path, value: seen },
          { op: 'replace', path, value: text },
        ] satisfies JsonPatchOperation[])),
    ...annotationPatch({
      object: configMap,
      annotations: ['metadata', 'annotations'],
      name: HOOK_POINT_ANNOTATION,
      seen: noted,
      next: hookPoint ?? noted,
    }),
    ...annotationPatch({
      object: configMap,
      annotations: ['metadata', 'annotations'],
      name: EXPECTED_RESULTS_ANNOTATION,
      seen: expected,
      next: expectedResults ?? expected,
    }),
  ];
};
