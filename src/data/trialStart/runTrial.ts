import { describeFailure, isSessionOver } from '../../apiError';
import { pause } from '../../k8s/pause';
import type { VirtualMachineInstance } from '../../sidecars/objects/resources';
import { TRIAL_MINUTES, type TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { outcomeOf, type TrialEvent, type TrialFailure } from '../../sidecars/trialStart/trialState';
import { readLiveXml } from '../domainXml/readDomainXml';
import { observeTrial, type TrialEvidence } from './observeTrial';
import {
  createTrial,
  deleteTrial,
  ObjectRefused,
  readInstance,
  validateTrial,
  type TrialObjects,
} from './trialObjects';

export interface TrialRunOptions {
  /** Ends the trial; everything is cleaned up then. */
  signal: AbortSignal;
  impersonation: readonly string[];
  onEvent: (event: TrialEvent) => void;
  onEvidence: (evidence: TrialEvidence) => void;
  /** Filled with what was created, for those who delete it when the page is left. */
  created: TrialObjects;
}

const INTERVAL_MS = 700;
/** For a virsh that does not answer. */
const READ_LIMIT_MS = 30_000;
const CLEANUP_LIMIT_MS = 60_000;
const CLEANUP_TRIES = 3;
/** A trial survives a short loss of the network. */
const MOST_FAILED_READS = 8;

class TrialFailed extends Error {
  constructor(readonly failure: TrialFailure) {
    super(failure.kind);
  }
}

const failureOf = (error: unknown, signal: AbortSignal): TrialFailure => {
  if (signal.aborted) {
    return { kind: 'cancelled' };
  }
  if (error instanceof ObjectRefused || error instanceof TrialFailed) {
    return error.failure;
  }
  return { kind: 'unreachable', message: describeFailure(error).message };
};

/** Reads once; undefined if the cluster could not be reached this time. */
const tryToObserve = async (
  plan: TrialPlan,
  uid: string,
  { before, failures, signal }: { before: TrialEvidence | undefined; failures: number; signal: AbortSignal },
): Promise<TrialEvidence | undefined> => {
  try {
    const evidence = await observeTrial(plan, uid, signal, before);
    if (evidence === undefined) {
      throw new TrialFailed({ kind: 'gone' });
    }
    return evidence;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TrialFailed) {
      throw error;
    }
    if (failures >= MOST_FAILED_READS || isSessionOver(error)) {
      throw error;
    }
    return undefined;
  }
};

/** Waits until the copy has started. Rejects if it will not. */
const waitForStart = async (
  plan: TrialPlan,
  uid: string,
  { signal, onEvent, onEvidence }: TrialRunOptions,
): Promise<TrialEvidence> => {
  const end = Date.now() + TRIAL_MINUTES * 60_000;
  let before: TrialEvidence | undefined;
  let failures = 0;
  while (Date.now() < end) {
    const evidence = await tryToObserve(plan, uid, { before, failures, signal });
    signal.throwIfAborted();
    failures = evidence === undefined ? failures + 1 : 0;
    if (evidence !== undefined) {
      onEvent({ kind: 'seen', seen: evidence.seen });
      onEvidence(evidence);
      const outcome = outcomeOf(evidence.seen, before?.seen);
      if (outcome === 'started') {
        return evidence;
      }
      if (outcome !== undefined) {
        throw new TrialFailed(outcome);
      }
      before = evidence;
    }
    await pause(INTERVAL_MS, signal);
    signal.throwIfAborted();
  }
  throw new TrialFailed({ kind: 'tookTooLong' });
};

const readXml = async (
  plan: TrialPlan,
  { pod }: TrialEvidence,
  { signal, impersonation, onEvent }: TrialRunOptions,
): Promise<void> => {
  if (pod === undefined) {
    return;
  }
  const { name, uid = '' } = pod.metadata;
  const answer = await readLiveXml(
    { namespace: plan.namespace, vmName: plan.name, pod: name, podUid: uid },
    {
      inactive: false,
      impersonation,
      signal: AbortSignal.any([signal, AbortSignal.timeout(READ_LIMIT_MS)]),
      onActivity: () => undefined,
    },
  ).catch(() => undefined);
  signal.throwIfAborted();
  if (answer?.kind === 'xml') {
    onEvent({ kind: 'read', xml: answer.xml.text, problem: undefined });
  } else {
    const problem = answer?.problem;
    const said = problem !== undefined && 'said' in problem ? problem.said : '';
    onEvent({ kind: 'read', xml: undefined, problem: said });
  }
};

/** Whether KubeVirt has removed the instance, which it may do long after it was asked. */
const isGoneInTime = async ({ metadata: { namespace, uid } }: VirtualMachineInstance): Promise<boolean> => {
  const end = Date.now() + CLEANUP_LIMIT_MS;
  while (Date.now() < end) {
    if ((await readInstance(namespace, uid)) === undefined) {
      return true;
    }
    await pause(INTERVAL_MS);
  }
  return false;
};

const cleanUp = async (created: TrialObjects, onEvent: TrialRunOptions['onEvent']): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await deleteTrial(created);
      const isGone = created.instance === undefined || (await isGoneInTime(created.instance));
      onEvent(isGone ? { kind: 'removed' } : { kind: 'notRemoved', message: '' });
      return;
    } catch (error) {
      if (tries === CLEANUP_TRIES || isSessionOver(error)) {
        onEvent({ kind: 'notRemoved', message: describeFailure(error).message });
        return;
      }
      await pause(INTERVAL_MS);
    }
  }
};

/** Runs a trial start from the validation to the cleanup. Never rejects: the events tell what happened. */
export const runTrial = async (plan: TrialPlan, options: TrialRunOptions): Promise<void> => {
  const { signal, onEvent, created } = options;
  try {
    await validateTrial(plan);
    signal.throwIfAborted();
    onEvent({ kind: 'validated' });
    const { metadata } = await createTrial(plan, created);
    const evidence = await waitForStart(plan, metadata.uid ?? '', options);
    onEvent({ kind: 'started' });
    await readXml(plan, evidence, options);
  } catch (error) {
    onEvent({ kind: 'failed', failure: failureOf(error, signal) });
  }
  await cleanUp(created, onEvent);
};
