import type { Condition } from '../../../src/sidecars/objects/resources';

/** The conditions with `next` in place of the one of its type; the transition time is kept while the status stays. */
export const withCondition = (conditions: readonly Condition[] | undefined, next: Condition): Condition[] => {
  const previous = conditions?.find(({ type }) => type === next.type);
  const lastTransitionTime =
    previous?.status === next.status && previous.lastTransitionTime !== undefined
      ? previous.lastTransitionTime
      : new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const made: Condition = { ...next, lastTransitionTime };
  return previous === undefined
    ? [...(conditions ?? []), made]
    : (conditions ?? []).map((condition) => (condition.type === next.type ? made : condition));
};

export const withoutCondition = (conditions: readonly Condition[] | undefined, type: string): Condition[] =>
  (conditions ?? []).filter((condition) => condition.type !== type);

export const conditionOf = (
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined => conditions?.find((condition) => condition.type === type);

/** The time as Kubernetes writes it, whole seconds. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
