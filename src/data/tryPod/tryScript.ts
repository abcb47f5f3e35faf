import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import { readXml } from '../../sidecars/domainSpec/readXml';
import { isAtLeast } from '../../sidecars/featureGate/kubevirtVersion';
import type { HookCall } from '../../sidecars/tries/hookCall';
import { nextInput } from '../../sidecars/tries/nextInput';
import { replyOfKubeVirt } from '../../sidecars/tries/replyOfKubeVirt';
import { callInPod, type CallInput } from './callInPod';
import { TryFailed } from './tryProblem';

export type ScriptToTry = Omit<CallInput, 'timeLimitSeconds'>;

export interface TryOptions {
  kubevirtVersion: string | undefined;
  impersonation: readonly string[];
  /** Ends the script that runs. */
  signal: AbortSignal;
  onStart: (call: number) => void;
  onCall: (call: HookCall) => void;
}

/** The most calls that KubeVirt makes at one start. From 1.8 it may add root ports, and then calls once more. */
const callsAtStart = (hookPoint: HookPoint, kubevirtVersion: string | undefined): 1 | 2 | 3 => {
  if (hookPoint === 'preCloudInitIso') {
    return 1;
  }
  return isAtLeast(kubevirtVersion, 1, 8) === true ? 3 : 2;
};

/** Whether the start goes on after this call. */
const isAccepted = (call: HookCall, kubevirtVersion: string | undefined): boolean => {
  if (
    call.ending.kind === 'unknown' ||
    !call.isComplete ||
    replyOfKubeVirt(call, kubevirtVersion) !== undefined
  ) {
    return false;
  }
  const xml = readXml(call.output);
  return xml.kind === 'read' && xml.refusal === undefined;
};

/**
 * Calls a script in the pod as often as KubeVirt does when it starts a VM, each time with the input that follows from the
 * results before. Throws TryFailed, or rejects with the signal's reason.
 *
 * @returns false if no connection to the pod can be opened
 */
export const tryScript = async (
  target: { namespace: string; pod: string },
  script: ScriptToTry,
  { onStart, onCall, kubevirtVersion, ...options }: TryOptions,
): Promise<boolean> => {
  const last = callsAtStart(script.hookPoint, kubevirtVersion);
  let { input } = script;
  for (const call of [1, 2, 3] as const) {
    onStart(call);
    const result = await callInPod(target, call, { ...script, input }, options);
    if (result.kind === 'failed') {
      throw new TryFailed({ kind: 'runnerFailed', message: result.message });
    }
    if (result.kind === 'refused') {
      return false;
    }
    onCall(result.call);
    if (call === last || call === 3 || !isAccepted(result.call, kubevirtVersion)) {
      break;
    }
    input = nextInput(call === 1 ? 2 : 3, script.input, result.call.output, kubevirtVersion);
  }
  return true;
};
