import { execInPod } from '../../../k8s/exec/execInPod';
import { COMPUTE_CONTAINER } from '../../../sidecars/annotation/constants';
import {
  agentProblem,
  agentWords,
  dmiValues,
  execStatusCommand,
  guestProcess,
  readDmiCommand,
  startedPid,
  type AgentCommand,
  type AgentProblem,
} from '../../../sidecars/guest/guestAgent';
import type { GuestSmbios } from '../../../sidecars/guest/smbios';
import type { PodOfVm } from '../../../data/domainXml/readDomainXml';
import { problemOfResult } from '../../../data/domainXml/xmlProblem';

export interface GuestProblem {
  /** `notRun`: virsh could not run in the pod. */
  kind: AgentProblem | 'notRun';
  /** The unchanged message of virsh or of the cluster; may be empty. */
  said: string;
}

export type GuestAnswer = { kind: 'read'; values: GuestSmbios } | { kind: 'problem'; problem: GuestProblem };

interface CheckOptions {
  impersonation: readonly string[];
  signal: AbortSignal;
}

const POLL_MS = 500;
/** Time limit for the program in the guest, which only reads a few files. */
const EXEC_LIMIT_MS = 20_000;

/** Thrown to end the check with this answer. */
class CheckEnded extends Error {
  constructor(readonly problem: GuestProblem) {
    super(problem.said);
  }
}

const ask = async (target: PodOfVm, command: AgentCommand, options: CheckOptions): Promise<string> => {
  const { namespace, pod } = target;
  const words = agentWords(target, command);
  const result = await execInPod({ namespace, pod, container: COMPUTE_CONTAINER, command: words }, options);
  if (result.kind === 'refused') {
    throw new CheckEnded({ kind: 'notRun', said: '' });
  }
  const problem = problemOfResult(result, pod);
  if (problem !== undefined) {
    const said = 'said' in problem ? problem.said : '';
    throw new CheckEnded({ kind: problem.kind === 'commandFailed' ? agentProblem(said) : 'notRun', said });
  }
  return result.stdout;
};

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, POLL_MS);
    signal.addEventListener('abort', abort, { once: true });
  });

const readSmbios = async (target: PodOfVm, options: CheckOptions): Promise<GuestSmbios> => {
  const started = await ask(target, readDmiCommand, options);
  const pid = startedPid(started);
  if (pid === undefined) {
    throw new CheckEnded({ kind: 'failed', said: started.trim() });
  }
  const limit = performance.now() + EXEC_LIMIT_MS;
  for (;;) {
    const answer = await ask(target, execStatusCommand(pid), options);
    const process = guestProcess(answer);
    if (process === undefined) {
      throw new CheckEnded({ kind: 'failed', said: answer.trim() });
    }
    if (process.kind === 'exited') {
      const values = dmiValues(process.output);
      if (values.size === 0) {
        throw new CheckEnded({ kind: 'noProgram', said: process.output.trim() });
      }
      return values;
    }
    if (performance.now() > limit) {
      throw new CheckEnded({ kind: 'slow', said: answer.trim() });
    }
    await pause(options.signal);
  }
};

/** Reads the SMBIOS values that the guest sees, by the guest agent. Rejects only when aborted. */
export const checkGuest = async (target: PodOfVm, options: CheckOptions): Promise<GuestAnswer> => {
  try {
    return { kind: 'read', values: await readSmbios(target, options) };
  } catch (error) {
    if (error instanceof CheckEnded) {
      return { kind: 'problem', problem: error.problem };
    }
    throw error;
  }
};
