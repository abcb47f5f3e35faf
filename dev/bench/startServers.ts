import { fork } from 'node:child_process';
import { resolve } from 'node:path';

export interface Servers {
  url: string;
  kubeconfig: string;
  stop: () => Promise<void>;
}

interface ServerOptions {
  vms: number;
  /** Adds two running VMs whose domain XML can be read. */
  domains?: boolean;
  /** Adds VMs whose owners mean to freeze the page. */
  hostile?: boolean;
}

/** Starts cluster and console. Rejects if the process ends instead. */
export const startServers = async (options: ServerOptions): Promise<Servers> => {
  const child = fork(
    resolve(import.meta.dirname, 'servers.ts'),
    [
      `--vms=${options.vms}`,
      ...(options.domains === true ? ['--domains'] : []),
      ...(options.hostile === true ? ['--hostile'] : []),
    ],
    { execArgv: ['--import', 'tsx'] },
  );
  const ready = await new Promise<Pick<Servers, 'url' | 'kubeconfig'>>((found, failed) => {
    const end = (): void => {
      failed(new Error('The servers ended.'));
    };
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      found(message as Pick<Servers, 'url' | 'kubeconfig'>);
    });
  });
  return {
    ...ready,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
    },
  };
};
