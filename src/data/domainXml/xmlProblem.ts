import type { ExecResult } from '../../k8s/exec/execInPod';
import type { Pod } from '../../sidecars/objects/resources';
import { isStartingPhase } from '../../sidecars/objects/vm';
import { podTrouble } from '../../sidecars/objects/podTrouble';

/** Why there is no domain XML, or none that is current. `said` is the message of virsh or the cluster; may be empty. */
export type XmlProblem =
  | { kind: 'vmStopped'; vmStatus: string }
  | { kind: 'vmMigrating'; source: string | undefined; target: string | undefined }
  /** The instance has no running pod yet, or no longer. */
  | { kind: 'podNotRunning'; pod: string | undefined; phase: string; said: string }
  | { kind: 'mayNotExec'; pod: string }
  | { kind: 'mayNotReadPod'; pod: string; said: string }
  | { kind: 'podGone'; pod: string; said: string }
  /** The pod runs, but the connection was refused. */
  | { kind: 'unreachable'; pod: string; said: string }
  | { kind: 'notStarted'; pod: string; said: string }
  | { kind: 'commandFailed'; pod: string; exitCode: number; said: string }
  /** The instance starts: libvirt gets the domain when the hook scripts have run. */
  | { kind: 'notDefinedYet'; pod: string }
  | { kind: 'lost'; pod: string; receivedCharacters: number; said: string }
  | { kind: 'cancelled'; pod: string }
  /** The compute log contains no domain XML. */
  | { kind: 'notInLog'; pod: string }
  | { kind: 'logUnreadable'; pod: string; said: string };

/** The problem of a completed command; undefined if it succeeded. For `refused` see `problemOfRefusal`. */
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
      // The status only repeats the exit code; stderr has the reason.
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

/** virsh's messages for a missing domain, or for a missing libvirt. */
const NO_DOMAIN = /failed to (?:get domain|connect to the hypervisor)/i;

/** The same problem, unless it is expected in this phase of the instance. */
export const problemInPhase = (problem: XmlProblem, phase: string): XmlProblem =>
  problem.kind === 'commandFailed' && isStartingPhase(phase) && NO_DOMAIN.test(problem.said)
    ? { kind: 'notDefinedYet', pod: problem.pod }
    : problem;

/** The result of reading the pod again after a refused connection. */
export type PodLookup = { pod: Pod } | { code: number | undefined; message: string };

/** Finds the cause of a refused connection, of which the browser sees only a failed WebSocket. */
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

/** Problems for which the compute log may help: the pod exists, but the command cannot be run. */
export const logMayHelp = (problem: XmlProblem): boolean =>
  ['mayNotExec', 'unreachable', 'notStarted', 'commandFailed', 'notDefinedYet', 'lost', 'cancelled'].includes(
    problem.kind,
  );
