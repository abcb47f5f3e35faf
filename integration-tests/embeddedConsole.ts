import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FaultClient } from '../dev/cluster/faults/faultClient';
import { faultClient } from '../dev/cluster/faults/faultClient';
import type { Api } from './apiClient';
import { apiClient } from './apiClient';
import { startConsole } from './startConsole';

export type Persona = 'admin' | 'editor' | 'viewer';

export interface EmbeddedConsole {
  kubeconfig: string;
  /** Whether one console serves all personas; otherwise each persona has its own console. */
  canSwitchPersona: boolean;
  /** The URL of the console that acts as the persona. */
  urlFor: (persona: Persona) => Promise<string>;
  /** Sends a request to the cluster past the console. Throws on an error answer. */
  api: Api;
  /** Makes requests to the cluster fail; undefined for a cluster that is not embedded. */
  faults: FaultClient | undefined;
  /** Stops the console, by default as an administrator would. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** A free port. */
export const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

export interface Kubeconfig {
  users: { name: string; user: { token: string } }[];
}

const adminToken = (kubeconfig: string): string => {
  const { users } = parse(readFileSync(kubeconfig, 'utf8')) as Kubeconfig;
  const token = users.find(({ name }) => name.includes('admin'))?.user.token;
  if (token === undefined) {
    throw new Error(`No admin in ${kubeconfig}`);
  }
  return token;
};

/** Starts console and cluster; resolves once the console can be used. */
export const startEmbeddedConsole = async (
  scenario: string,
  // With a prepared lab, every VM would be a QEMU process.
  more: string[] = ['--no-libvirt'],
): Promise<EmbeddedConsole> => {
  const [port, apiPort] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'sidecar-e2e-'));
  const kubeconfig = join(folder, 'kubeconfig');
  const started = await startConsole([
    `--port=${port}`,
    `--api-port=${apiPort}`,
    `--write-kubeconfig=${kubeconfig}`,
    `--scenario=${scenario}`,
    '--faults',
    ...more,
  ]);
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const token = adminToken(kubeconfig);
  return {
    kubeconfig,
    canSwitchPersona: true,
    urlFor: () => Promise.resolve(started.consoleUrl),
    api: apiClient(apiUrl, { Authorization: `Bearer ${token}` }),
    faults: faultClient(apiUrl, token),
    stop: async (signal) => {
      await started.stop(signal);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
