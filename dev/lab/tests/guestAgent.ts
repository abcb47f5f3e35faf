import { expect, vi } from 'vitest';
import {
  agentProblem,
  agentWords,
  execStatusCommand,
  guestProcess,
  startedPid,
  type AgentCommand,
  type AgentProblem,
} from '../../../src/sidecars/guest/guestAgent';
import { patience, type LabCluster } from './labCluster';

/** Asks as the plugin does. Answers what the agent said, or why it did not, by the plugin's own reading. */
export const askAgent = async (
  cluster: LabCluster,
  name: string,
  command: AgentCommand,
): Promise<{ answer: string } | { problem: AgentProblem }> => {
  const [program = '', ...args] = agentWords({ namespace: 'lab', vmName: name }, command);
  const { code, stdout, stderr } = await cluster.exec(name, program, ...args);
  return code === 0 ? { answer: stdout } : { problem: agentProblem(stderr) };
};

export const execCommand = (path: string, ...arg: string[]): AgentCommand => ({
  execute: 'guest-exec',
  arguments: { path, arg, 'capture-output': true },
});

/** Waits for the guest's agent, runs a program by it and answers what it printed. */
export const inGuest = async (
  cluster: LabCluster,
  name: string,
  path: string,
  ...arg: string[]
): Promise<string> => {
  const pid = await vi.waitFor(async () => {
    const started = await askAgent(cluster, name, execCommand(path, ...arg));
    expect(started).toHaveProperty('answer');
    return 'answer' in started ? startedPid(started.answer) : undefined;
  }, patience);
  return vi.waitFor(async () => {
    const asked = await askAgent(cluster, name, execStatusCommand(pid ?? 0));
    const process = 'answer' in asked ? guestProcess(asked.answer) : undefined;
    expect(process).toMatchObject({ kind: 'exited' });
    return process?.kind === 'exited' ? process.output : '';
  }, patience);
};
