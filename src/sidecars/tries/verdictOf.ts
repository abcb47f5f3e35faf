import { readXml, type LibvirtRefusal } from '../domainSpec/readXml';
import { callDiff } from './callDiff';
import { isSame } from './diff/domainDiff';
import type { CallEnding, HookCall } from './hookCall';
import { addedAgain, changedAgain, lostLater } from './laterCalls';
import { replyOfKubeVirt } from './replyOfKubeVirt';

/** `call` is the number of the call that it is about; `path` is the place in the domain. */
export type TryVerdict =
  | { kind: 'noCalls' }
  | { kind: 'fails'; call: number; ending: CallEnding }
  | { kind: 'incomplete'; call: number }
  /** KubeVirt cannot read the result. */
  | { kind: 'notXml' | 'notCloudInit'; call: number }
  /** KubeVirt reads the result, and libvirt refuses it. */
  | { kind: 'notForLibvirt'; call: number; refusal: LibvirtRefusal }
  | { kind: 'addsAgain' | 'changesAgain'; call: number; path: string }
  /** What call 1 did is not in the result of the last call. */
  | { kind: 'lostLater'; call: number; path: string }
  | { kind: 'changesNothing' }
  | { kind: 'sameAfterSecondCall' }
  /** It has changed something; there is only one call, or the first change is in the last call. */
  | { kind: 'changes'; call: number };

const failureOf = (call: HookCall, kubevirtVersion: string | undefined): TryVerdict | undefined => {
  const { ending, isComplete, hookPoint, output } = call;
  const number = call.call;
  if (ending.kind !== 'unknown' && !(ending.kind === 'exited' && ending.code === 0)) {
    return { kind: 'fails', call: number, ending };
  }
  if (ending.kind === 'unknown' || !isComplete) {
    return { kind: 'incomplete', call: number };
  }
  if (replyOfKubeVirt(call, kubevirtVersion) !== undefined) {
    return { kind: hookPoint === 'onDefineDomain' ? 'notXml' : 'notCloudInit', call: number };
  }
  const xml = hookPoint === 'onDefineDomain' ? readXml(output) : undefined;
  return xml?.kind === 'read' && xml.refusal !== undefined
    ? { kind: 'notForLibvirt', call: number, refusal: xml.refusal }
    : undefined;
};

/** What can be said of a script after these calls, which must be in their order. Says no more than they show. */
export const verdictOf = (calls: readonly HookCall[], kubevirtVersion: string | undefined): TryVerdict => {
  if (calls.length === 0) {
    return { kind: 'noCalls' };
  }
  for (const call of calls) {
    const failure = failureOf(call, kubevirtVersion);
    if (failure !== undefined) {
      return failure;
    }
  }
  const firstChange = calls.find((call) => !isSame(callDiff(call)));
  if (firstChange === undefined) {
    return { kind: 'changesNothing' };
  }
  return (
    addedAgain(calls) ??
    changedAgain(calls) ??
    lostLater(calls) ??
    (firstChange === calls.at(-1)
      ? { kind: 'changes', call: firstChange.call }
      : { kind: 'sameAfterSecondCall' })
  );
};
