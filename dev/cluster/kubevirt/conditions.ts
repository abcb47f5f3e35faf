import type { Condition, VirtualMachineInstance } from '../../../src/sidecars/objects/resources';

/** The conditions with `next` in place of the one of its type; the transition time is kept while the status stays. */
export const withTransition = (
  conditions: readonly Condition[] | undefined,
  next: Condition,
): Condition[] => {
  const previous = conditions?.find(({ type }) => type === next.type);
  const lastTransitionTime =
    previous?.status === next.status && previous.lastTransitionTime !== undefined
      ? previous.lastTransitionTime
      : now();
  const made: Condition = { lastTransitionTime, ...next };
  return previous === undefined
    ? [...(conditions ?? []), made]
    : (conditions ?? []).map((condition) => (condition.type === next.type ? made : condition));
};

/** The same for objects whose conditions tell when they were probed. One that says nothing new stays as it was. */
export const withCondition = (conditions: readonly Condition[] | undefined, next: Condition): Condition[] => {
  const previous = conditionOf(conditions, next.type);
  const saysNothingNew =
    previous?.status === next.status && previous.reason === next.reason && previous.message === next.message;
  return saysNothingNew
    ? [...(conditions ?? [])]
    : withTransition(conditions, { lastProbeTime: null, ...next });
};

export const withoutCondition = (conditions: readonly Condition[] | undefined, type: string): Condition[] =>
  (conditions ?? []).filter((condition) => condition.type !== type);

export const conditionOf = (
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined => conditions?.find((condition) => condition.type === type);

/** Whether the guest's processors are stopped. */
export const isPaused = (vmi: VirtualMachineInstance | undefined): boolean =>
  conditionOf(vmi?.status?.conditions, 'Paused')?.status === 'True';

/** The time as Kubernetes writes it, whole seconds. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

export const isReady = ({ status }: { status?: { conditions?: Condition[] } }): boolean =>
  conditionOf(status?.conditions, 'Ready')?.status === 'True';
