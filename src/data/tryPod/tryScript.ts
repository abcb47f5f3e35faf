import type { HookCall } from '../../sidecars/tries/hookCall';
import { callInPod, type CallInput } from './callInPod';
import { TryFailed } from './tryProblem';

export type ScriptToTry = Omit<CallInput, 'timeLimitSeconds'>;

export interface TryOptions {
  impersonation: readonly string[];
  /** Ends the script that runs. */
  signal: AbortSignal;
  onStart: (call: number) => void;
  onCall: (call: HookCall) => void;
}

/**
 * Calls a script in the pod as KubeVirt does when it starts a VM. Throws TryFailed, or rejects with the signal's reason.
 *
 * @returns false if no connection to the pod can be opened
 */
export const tryScript = async (
  target: { namespace: string; pod: string },
  script: ScriptToTry,
  { onStart, onCall, ...options }: TryOptions,
): Promise<boolean> => {
  onStart(1);
  const result = await callInPod(target, 1, script, options);
  if (result.kind === 'failed') {
    throw new TryFailed({ kind: 'runnerFailed', message: result.message });
  }
  if (result.kind === 'called') {
    onCall(result.call);
  }
  return result.kind === 'called';
};
