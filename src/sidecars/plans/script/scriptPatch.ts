import { HOOK_POINT_ANNOTATION } from '../../annotation/constants';
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
}: ScriptPatchInput): JsonPatchOperation[] => {
  const seen = configMap.data?.[key];
  const path = pointer('data', key);
  const noted = configMap.metadata.annotations?.[HOOK_POINT_ANNOTATION];
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
  ];
};
