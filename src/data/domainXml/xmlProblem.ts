import type { ExecResult } from '../../k8s/exec/execInPod';
import type { Pod } from '../../sidecars/objects/resources';
import { isStartingPhase } from '../../sidecars/objects/vm';
import { podTrouble } from './podTrouble';

/**
 * Why there is no domain XML, or no fresh one. `said` is what virsh or the cluster said of it, unchanged; empty when
 * they said nothing.
 */
export type XmlProblem =
  | { kind: 'vmStopped'; vmStatus: string }
  | { kind: 'vmMigrating'; source: string | undefined; target: string | undefined }
  /** The instance has no running pod yet, or not any more. */
  | { kind: 'podNotRunning'; pod: string | undefined; phase: string; said: string }
  | { kind: 'mayNotExec'; pod: string }
  | { kind: 'mayNotReadPod'; pod: string; said: string }
  | { kind: 'podGone'; pod: string; said: string }
  /** The pod is there and runs, and the connection was refused all the same. */
  | { kind: 'unreachable'; pod: string; said: string }
  | { kind: 'notStarted'; pod: string; said: string }
  | { kind: 'commandFailed'; pod: string; exitCode: number; said: string }
  /** The instance starts: libvirt gets its domain when the hook scripts have run. */
  | { kind: 'notDefinedYet'; pod: string }
  | { kind: 'lost'; pod: string; receivedCharacters: number; said: string }
  | { kind: 'cancelled'; pod: string }
  /** The compute log holds no domain XML. */
  | { kind: 'notInLog'; pod: string }
  | { kind: 'logUnreadable'; pod: string; said: string };

/** What an ended command says: its output, or why there is none. `refused` needs a look at the pod. */
export const problemOfResult = (
  result: Exclude<ExecResult, { kind: 'refused' }>,
  pod: string,
): XmlProblem | undefined => {
  const said = result.stderr.trim();
  if (result.kind === 'lost') {
    return { kind: 'lost', pod, receivedCharacters: result.stdout.length, said };
  }
  switch (result.status.kind) {
    case 'succeeded':
      return undefined;
    case 'exited':
      // The status only repeats the exit code; stderr says why.
      return {
        kind: 'commandFailed',
        pod,
        exitCode: result.status.exitCode,
        said: said || result.status.message,
      };
    case 'notStarted':
      return {
        kind: 'notStarted',
        pod,
        said: [result.status.message, said].filter((text) => text !== '').join('\n'),
      };
  }
};

/** How virsh says that there is no such domain, or that libvirt itself is not there. */
const NO_DOMAIN = /failed to (?:get domain|connect to the hypervisor)/i;

/** The same, where it began in this phase of the instance: what is to be expected then is no failure. */
export const problemInPhase = (problem: XmlProblem, phase: string): XmlProblem =>
  problem.kind === 'commandFailed' && isStartingPhase(phase) && NO_DOMAIN.test(problem.said)
    ? { kind: 'notDefinedYet', pod: problem.pod }
    : problem;

/** What reading the pod again gave, after a connection was refused. */
export type PodLookup = { pod: Pod } | { code: number | undefined; message: string };

/** Tells apart what reaches the browser only as a failed WebSocket. */
export const problemOfRefusal = (found: PodLookup, pod: string): XmlProblem => {
  if ('pod' in found) {
    const phase = found.pod.status?.phase ?? 'Pending';
    return phase === 'Running'
      ? { kind: 'unreachable', pod, said: '' }
      : { kind: 'podNotRunning', pod, phase, said: podTrouble(found.pod) };
  }
  switch (found.code) {
    case 404:
      return { kind: 'podGone', pod, said: found.message };
    case 401:
    case 403:
      return { kind: 'mayNotReadPod', pod, said: found.message };
    default:
      return { kind: 'unreachable', pod, said: found.message };
  }
};

/** Problems that the compute log may help with: its pod is there, only the command cannot be run. */
export const logMayHelp = (problem: XmlProblem): boolean =>
  ['mayNotExec', 'unreachable', 'notStarted', 'commandFailed', 'notDefinedYet', 'lost', 'cancelled'].includes(
    problem.kind,
  );
