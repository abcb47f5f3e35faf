import WsSocket from 'ws';
import { vi } from 'vitest';
import type { Persona, RunningCluster } from '../../dev/cluster/contract';
import { forgetAnswers } from './forgetAnswers';

const PREFIX = '/api/kubernetes';

const targetOf = (cluster: RunningCluster, url: string): string => {
  const { pathname, search } = new URL(url, window.location.href);
  return `${cluster.url}${pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : pathname}${search}`;
};

const personaOf = (cluster: RunningCluster, id: Persona['id']): Persona => {
  const persona = cluster.personas.find((candidate) => candidate.id === id);
  if (persona === undefined) {
    throw new Error(`The cluster has no persona ${id}`);
  }
  return persona;
};

/** Sends requests of components to an embedded cluster as the given persona. Undo with `vi.unstubAllGlobals()`. */
export const connectToCluster = (cluster: RunningCluster, id: Persona['id']): void => {
  const authorization = `Bearer ${personaOf(cluster, id).token}`;
  const realFetch = globalThis.fetch;
  forgetAnswers();

  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', authorization);
    return realFetch(targetOf(cluster, input.toString()), { ...init, headers });
  });

  vi.stubGlobal(
    'WebSocket',
    class extends WsSocket {
      constructor(url: string, protocols: string | string[] = []) {
        const offered = Array.isArray(protocols) ? protocols : [protocols];
        // Like the console's proxy: only the last subprotocol reaches the API server.
        super(targetOf(cluster, url).replace(/^http/, 'ws'), offered.slice(-1), {
          headers: { Authorization: authorization },
          origin: cluster.url,
        });
        // A browser reports a failed connection only as an event.
        this.on('error', () => undefined);
      }
    },
  );
};
