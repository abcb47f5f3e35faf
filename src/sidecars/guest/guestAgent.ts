import { DMI_FILES, DMI_FOLDER } from './smbiosFiles';

/** Timeout of libvirt for the agent, in seconds. */
const AGENT_TIMEOUT = 10;

/** A command of the QEMU guest agent. https://qemu-project.gitlab.io/qemu/interop/qemu-ga-ref.html */
export interface AgentCommand {
  execute: 'guest-exec' | 'guest-exec-status';
  arguments: Record<string, unknown>;
}

/**
 * Reads all DMI files with one command, which prints each line after its file's name. Omits files that do not exist or
 * that only root may read.
 */
export const readDmiCommand: AgentCommand = {
  execute: 'guest-exec',
  arguments: {
    path: 'grep',
    arg: ['-sH', '', ...DMI_FILES.map((file) => `${DMI_FOLDER}/${file}`)],
    'capture-output': true,
  },
};

export const execStatusCommand = (pid: number): AgentCommand => ({
  execute: 'guest-exec-status',
  arguments: { pid },
});

/** The command for the compute container. */
export const agentWords = (vm: { namespace: string; vmName: string }, command: AgentCommand): string[] => [
  'virsh',
  'qemu-agent-command',
  '--timeout',
  String(AGENT_TIMEOUT),
  `${vm.namespace}_${vm.vmName}`,
  JSON.stringify(command),
];

/** Why the guest agent did not do what it was asked; virsh's message is shown too. */
export type AgentProblem =
  /** The domain has no channel for an agent. */
  | 'notConfigured'
  /** No agent is connected: it is not installed or not started, or the guest is not ready. */
  | 'absent'
  /** The guest's administrator or distribution does not allow the agent to run programs. */
  | 'blocked'
  /** It did not answer in time. */
  | 'slow'
  /** The guest is not Linux, or has no grep. */
  | 'noProgram'
  | 'failed';

/*
 * In libvirt's words (src/qemu/qemu_agent.c, qemu_domain.c) and the agent's own. An agent that dropped out while it was
 * asked is "not available for now".
 */
const PATTERNS: readonly (readonly [RegExp, AgentProblem])[] = [
  [/guest agent is not configured/i, 'notConfigured'],
  [/guest agent is not connected/i, 'absent'],
  [/has been disabled|is not allowed|command guest-exec\S* has not been found/i, 'blocked'],
  [/didn't respond|not available for now|timed? ?out/i, 'slow'],
  [/failed to (execute child|create) process/i, 'noProgram'],
];

export const agentProblem = (said: string): AgentProblem =>
  PATTERNS.find(([pattern]) => pattern.test(said))?.[1] ?? 'failed';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const returned = (answer: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(answer);
    return isRecord(value) && isRecord(value.return) ? value.return : {};
  } catch {
    return {};
  }
};

/** The process that guest-exec started; undefined if the answer has none. */
export const startedPid = (answer: string): number | undefined => {
  const { pid } = returned(answer);
  return typeof pid === 'number' ? pid : undefined;
};

export type GuestProcess = { kind: 'running' } | { kind: 'exited'; exitCode: number; output: string };

const decoded = (base64: unknown): string =>
  typeof base64 === 'string'
    ? new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
    : '';

/** Reads the answer to guest-exec-status; undefined if it is another answer. A signal counts as exit code -1. */
export const guestProcess = (answer: string): GuestProcess | undefined => {
  const status = returned(answer);
  if (typeof status.exited !== 'boolean') {
    return undefined;
  }
  return status.exited
    ? {
        kind: 'exited',
        exitCode: typeof status.exitcode === 'number' ? status.exitcode : -1,
        output: decoded(status['out-data']),
      }
    : { kind: 'running' };
};

/** The output of readDmiCommand, by file. */
export const dmiValues = (output: string): Map<string, string> =>
  new Map(
    output.split('\n').flatMap((line): [string, string][] => {
      const [, file, value] = /^\/sys\/class\/dmi\/id\/([a-z_]+):(.*)$/.exec(line) ?? [];
      return file === undefined || value === undefined ? [] : [[file, value.trim()]];
    }),
  );
