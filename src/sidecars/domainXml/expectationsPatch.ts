import type { JsonPatchOperation } from '../jsonPointer';
import type { ConfigMap } from '../resources';
import type { Expectation } from './expectedResults';

export const buildExpectationsPatch = (
  configMap: ConfigMap,
  seen: string | undefined,
  next: readonly Expectation[],
): { operations: JsonPatchOperation[] } => {
  void [configMap, seen, next];
  return { operations: [] };
};
