import type { RecordedCall } from './recorderLog';

/** The parts of a trial start that a user can follow, in their order. */
export const TRIAL_STEPS = ['validate', 'schedule', 'calls', 'define', 'start', 'read', 'cleanUp'] as const;
export type TrialStepId = (typeof TRIAL_STEPS)[number];

/** Why a trial start ended early. `message`: the cluster's words. */
export type TrialFailure =
  | { kind: 'refused'; object: string; message: string }
  | { kind: 'hookFailed'; hook: number; call: number }
  /** A hook's container has ended, or virt-launcher has. */
  | { kind: 'containerFailed'; message: string }
  | { kind: 'syncFailed'; message: string }
  | { kind: 'instanceFailed'; message: string }
  /** Somebody else deleted the copy. */
  | { kind: 'gone' }
  | { kind: 'cancelled' }
  | { kind: 'tookTooLong' }
  | { kind: 'unreachable'; message: string };

/** What was seen of a copy at one time. */
export interface TrialObservation {
  /** The instance's phase. */
  phase: string;
  isPaused: boolean;
  /** The cluster's words on why the instance does not start, or waits; empty if there are none. */
  syncMessage: string;
  podMessage: string;
  /** The pod's name, once there is one. */
  pod: string | undefined;
  /** Messages of hook containers that have failed. */
  containerMessage: string;
  /** The calls of each recorded hook, by its position in the list of sidecars. */
  calls: Readonly<Record<number, readonly RecordedCall[]>>;
  /** The domains that were handed to libvirt. */
  defined: readonly string[];
}

export interface TrialState {
  /** The step that runs; undefined at the end. */
  step: TrialStepId | undefined;
  seen: TrialObservation | undefined;
  failure: TrialFailure | undefined;
  /** The step that failed. */
  failedStep: TrialStepId | undefined;
  /** What virsh says of the copy. */
  liveXml: string | undefined;
  /** Why there is no such XML. */
  liveProblem: string | undefined;
  /** Why objects may be left behind; empty if KubeVirt was asked to remove them, but has not done it. */
  leftBehind: string | undefined;
}

export type TrialEvent =
  | { kind: 'validated' }
  | { kind: 'seen'; seen: TrialObservation }
  | { kind: 'started' }
  | { kind: 'read'; xml: string | undefined; problem: string | undefined }
  | { kind: 'failed'; failure: TrialFailure }
  | { kind: 'removed' }
  | { kind: 'notRemoved'; message: string };

export const INITIAL_TRIAL: TrialState = {
  step: 'validate',
  seen: undefined,
  failure: undefined,
  failedStep: undefined,
  liveXml: undefined,
  liveProblem: undefined,
  leftBehind: undefined,
};

const WAITING: readonly (TrialStepId | undefined)[] = ['schedule', 'calls', 'define', 'start'];

/** How far a copy that has not started yet has come. */
const stepOf = ({ phase, calls, defined }: TrialObservation): TrialStepId => {
  if (defined.length > 0) {
    return 'start';
  }
  const all = Object.values(calls).flat();
  if (all.length > 0 && all.every(({ isRunning }) => !isRunning)) {
    return 'define';
  }
  return phase === 'Scheduled' || phase === 'Running' || all.length > 0 ? 'calls' : 'schedule';
};

export const reduceTrial = (state: TrialState, event: TrialEvent): TrialState => {
  switch (event.kind) {
    case 'validated':
      return { ...state, step: 'schedule' };
    case 'seen':
      return {
        ...state,
        seen: event.seen,
        step: WAITING.includes(state.step) ? stepOf(event.seen) : state.step,
      };
    case 'started':
      return { ...state, step: 'read' };
    case 'read':
      return { ...state, step: 'cleanUp', liveXml: event.xml, liveProblem: event.problem };
    case 'failed':
      // The first failure is the reason; later ones follow from it.
      return {
        ...state,
        failure: state.failure ?? event.failure,
        failedStep: state.failedStep ?? (event.failure.kind === 'hookFailed' ? 'calls' : state.step),
        step: 'cleanUp',
      };
    case 'removed':
      return { ...state, step: undefined };
    case 'notRemoved':
      return { ...state, step: undefined, leftBehind: event.message };
  }
};

/** Whether a copy has started, or will not; undefined while neither is known. */
export const outcomeOf = (
  seen: TrialObservation,
  before: TrialObservation | undefined,
): 'started' | TrialFailure | undefined => {
  for (const [hook, calls] of Object.entries(seen.calls)) {
    const bad = calls.find(
      ({ ending }) => ending.kind === 'notStarted' || (ending.kind === 'exited' && ending.code !== 0),
    );
    if (bad !== undefined) {
      return { kind: 'hookFailed', hook: Number(hook), call: bad.call };
    }
  }
  if (seen.phase === 'Failed' || seen.phase === 'Succeeded') {
    return { kind: 'instanceFailed', message: seen.syncMessage || seen.podMessage };
  }
  if (seen.containerMessage !== '') {
    return { kind: 'containerFailed', message: seen.containerMessage };
  }
  if (seen.phase === 'Running' && seen.isPaused) {
    return 'started';
  }
  // A conflict between controllers looks the same, but is gone a moment later.
  return seen.syncMessage !== '' && before?.syncMessage === seen.syncMessage
    ? { kind: 'syncFailed', message: seen.syncMessage }
    : undefined;
};
