import { execInPod, type ExecOptions } from '../../k8s/exec/execInPod';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { HookCall } from '../../sidecars/tries/hookCall';
import { RUNNER } from './runner';
import { TRY_CONTAINER } from './tryPodManifest';

/** KubeVirt gives up a call after a minute. */
const TIME_LIMIT_SECONDS = 60;

/** The runner prints at most 1 MiB of output and of stderr each, of which JSON makes up to six times as much. */
const ANSWER_LIMIT_BYTES = 13 * 1024 * 1024;

/** The arguments and the surroundings of one call. */
export interface CallInput {
  script: string;
  hookPoint: HookPoint;
  /** The VMI as JSON. */
  vmi: string;
  /** The domain's XML, or the cloud-init data as JSON. */
  input: string;
  /** The name of the sidecar's container, which the script finds in `CONTAINER_NAME`. */
  containerName?: string;
  timeLimitSeconds?: number;
}

const FLAGS: Readonly<Record<HookPoint, string>> = {
  onDefineDomain: '--domain',
  preCloudInitIso: '--cloud-init',
};

/** What the runner reads: a line with the lengths, then the script and the two arguments. */
export const runnerInput = (call: CallInput): Uint8Array => {
  const encoder = new TextEncoder();
  const parts = [call.script, call.vmi, call.input].map((text) => encoder.encode(text));
  const head = {
    lengths: parts.map(({ length }) => length),
    hook: call.hookPoint,
    flag: FLAGS[call.hookPoint],
    container: call.containerName ?? 'hook-sidecar-0',
    seconds: call.timeLimitSeconds ?? TIME_LIMIT_SECONDS,
  };
  const all = [encoder.encode(`${JSON.stringify(head)}\n`), ...parts];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of all) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
};

type RunnerAnswer = Pick<HookCall, 'output' | 'stderr' | 'ending' | 'durationMs' | 'isComplete'>;

/** What the runner printed; undefined if the line is not complete. */
const parseAnswer = (text: string): RunnerAnswer | undefined => {
  try {
    return JSON.parse(text) as RunnerAnswer;
  } catch {
    return undefined;
  }
};

type CallResult =
  | { kind: 'called'; call: HookCall }
  /** The connection was never opened: the pod may be gone. */
  | { kind: 'refused' }
  /** The runner itself did not work. */
  | { kind: 'failed'; message: string };

/** Calls a script once in the pod, as KubeVirt would. Rejects only when aborted, which also ends the script. */
export const callInPod = async (
  target: { namespace: string; pod: string },
  call: number,
  input: CallInput,
  options: Pick<ExecOptions, 'signal' | 'impersonation'>,
): Promise<CallResult> => {
  const result = await execInPod(
    { ...target, container: TRY_CONTAINER, command: ['python3', '-IS', '-c', RUNNER] },
    { ...options, limitBytes: ANSWER_LIMIT_BYTES, stdin: runnerInput(input) },
  );
  if (result.kind === 'refused') {
    return result;
  }
  const answer = parseAnswer(result.stdout);
  const known = { hookPoint: input.hookPoint, call, input: input.input };
  if (answer !== undefined) {
    return { kind: 'called', call: { ...known, ...answer } };
  }
  if (result.kind === 'lost') {
    const unknown: RunnerAnswer = {
      output: '',
      stderr: '',
      ending: { kind: 'unknown' },
      durationMs: undefined,
      isComplete: false,
    };
    return { kind: 'called', call: { ...known, ...unknown } };
  }
  const said = result.status.kind === 'succeeded' ? '' : result.status.message;
  return { kind: 'failed', message: result.stderr.trim() || said };
};
