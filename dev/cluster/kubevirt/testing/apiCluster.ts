import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Persona, RunningCluster, StoredObject } from '../../contract';
import { startCluster } from '../../index';
import { registerKubeVirt } from '../index';
import { platformObjects } from '../platform';
import type { KubeVirtTiming } from '../timing';
import { QUICK } from './testCluster';

export interface ApiAnswer {
  code: number;
  body: { message?: string; [field: string]: unknown };
}

export interface ApiCluster {
  cluster: RunningCluster;
  /** A request as the editor; `path` is below the namespace `lab` of `api`. */
  request: (method: string, path: string, body?: unknown, as?: Persona['id']) => Promise<ApiAnswer>;
  /** Runs a command in a pod over a WebSocket, with `stdin` in these frames, which is never closed. */
  exec: (
    pod: string,
    container: string,
    command: readonly string[],
    stdin?: readonly string[],
  ) => Promise<{ stdout: string; stderr: string; status: Record<string, unknown> }>;
}

/** A cluster with KubeVirt behind its real API, with the namespace `lab`; close it with `cluster.close()`. */
export const apiCluster = async (
  objects: readonly StoredObject[] = [],
  timing: Partial<KubeVirtTiming> = {},
): Promise<ApiCluster> => {
  const cluster = await startCluster({
    port: 0,
    objects: [
      ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: true }),
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab' } },
      ...objects,
    ],
    behaviours: [
      (host) => {
        registerKubeVirt(host, { ...QUICK, ...timing });
      },
    ],
  });
  const token = (id: Persona['id']): string => cluster.personas.find((known) => known.id === id)?.token ?? '';
  return {
    cluster,
    request: async (method, path, body, as = 'editor') => {
      const [, root = '', rest = ''] = /^((?:api|apis\/[^/]+)\/[^/]+)\/(.*)$/.exec(path) ?? [];
      const response = await fetch(`${cluster.url}/${root}/namespaces/lab/${rest}`, {
        method,
        headers: {
          authorization: `Bearer ${token(as)}`,
          'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { code: response.status, body: (text === '' ? {} : JSON.parse(text)) as ApiAnswer['body'] };
    },
    exec: async (pod, container, command, stdin) => {
      const query = new URLSearchParams({ container, stdout: 'true', stderr: 'true' });
      if (stdin !== undefined) {
        query.set('stdin', 'true');
      }
      command.forEach((word) => {
        query.append('command', word);
      });
      const url = `${cluster.url.replace('http', 'ws')}/api/v1/namespaces/lab/pods/${pod}/exec?${query.toString()}`;
      const socket = new WebSocket(url, ['v4.channel.k8s.io'], {
        headers: { authorization: `Bearer ${token('editor')}` },
      });
      const channels: Record<number, string> = {};
      socket.on('message', (data: Buffer) => {
        const [channel = 0] = data;
        channels[channel] = `${channels[channel] ?? ''}${data.subarray(1).toString()}`;
      });
      socket.on('open', () => {
        for (const frame of stdin ?? []) {
          socket.send(Buffer.concat([Buffer.of(0), Buffer.from(frame)]));
        }
      });
      await once(socket, 'close');
      const { 1: stdout = '', 2: stderr = '', 3: status = '' } = channels;
      return { stdout, stderr, status: JSON.parse(status) as Record<string, unknown> };
    },
  };
};
