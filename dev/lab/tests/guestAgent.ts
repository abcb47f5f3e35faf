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
import { PATIENCE, type LabCluster } from './labCluster';

/** Sends the plugin's commands to the guest agent. Returns the answer, or the error, as the plugin reads it. */
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

/** Waits for the guest agent, runs a program with it and returns the output. */
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
  }, PATIENCE);
  return vi.waitFor(async () => {
    const asked = await askAgent(cluster, name, execStatusCommand(pid ?? 0));
    const process = 'answer' in asked ? guestProcess(asked.answer) : undefined;
    expect(process).toMatchObject({ kind: 'exited' });
    return process?.kind === 'exited' ? process.output : '';
  }, PATIENCE);
};
