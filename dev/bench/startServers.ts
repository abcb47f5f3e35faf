import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { ChangePlan, ServerAnswer, ServerQuestion } from './serverMessages';

export interface Servers {
  url: string;
  kubeconfig: string;
  /** Resolves when all changes are made, with their number. */
  change: (plan: ChangePlan) => Promise<number>;
  statuses: () => Promise<Record<string, string>>;
  residentBytes: () => Promise<number>;
  stop: () => Promise<void>;
}

interface ServerOptions {
  vms: number;
  /** The VMs have instances and pods; they only look as if they ran. */
  running?: boolean;
  /** Two more VMs that do run, whose domain XML can be read. */
  domains?: boolean;
}

/** Starts cluster and console. Rejects when the process ends instead. */
export const startServers = async (options: ServerOptions): Promise<Servers> => {
  const child = fork(
    resolve(import.meta.dirname, 'servers.ts'),
    [
      `--vms=${options.vms}`,
      ...(options.running === true ? ['--running'] : []),
      ...(options.domains === true ? ['--domains'] : []),
    ],
    { execArgv: ['--import', 'tsx'] },
  );
  const next = async (): Promise<ServerAnswer> =>
    new Promise((found, failed) => {
      const end = (): void => {
        failed(new Error('The servers ended.'));
      };
      child.once('exit', end);
      child.once('message', (answer) => {
        child.off('exit', end);
        found(answer as ServerAnswer);
      });
    });
  /** Questions are asked one at a time. */
  const ask = async <T extends ServerAnswer>(question: ServerQuestion): Promise<T> => {
    const answer = next();
    child.send(question);
    return (await answer) as T;
  };
  const ready = (await next()) as { url: string; kubeconfig: string };
  return {
    ...ready,
    change: async (plan) => (await ask<{ changes: number }>({ ask: 'change', ...plan })).changes,
    statuses: async () => (await ask<{ statuses: Record<string, string> }>({ ask: 'statuses' })).statuses,
    residentBytes: async () => (await ask<{ residentBytes: number }>({ ask: 'memory' })).residentBytes,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    },
  };
};
