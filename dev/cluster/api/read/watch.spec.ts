import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { HISTORY_LENGTH } from '../../store/collection';
import { machine, MACHINES_PATH, startTestApi } from '../testing/testApi';
import type { TestApi } from '../testing/testApi';

interface WatchEvent {
  type: string;
  object: { kind: string; code?: number; message?: string; metadata: Record<string, unknown> };
}

let api: TestApi;

beforeEach(async () => {
  api = await startTestApi([
    machine('one', { metadata: { name: 'one', namespace: 'team-a', labels: { app: 'demo' } } }),
  ]);
});

afterEach(async () => api.cluster.close());

/** Reads the events of a watch one by one. */
const eventsOf = (response: IncomingMessage): (() => Promise<WatchEvent>) => {
  const lines = createInterface({ input: response })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = (await lines.next()) as { value: string; done?: boolean };
    return done === true
      ? { type: 'END', object: { kind: '', metadata: {} } }
      : (JSON.parse(value) as WatchEvent);
  };
};

const watch = async (query: string): Promise<() => Promise<WatchEvent>> =>
  eventsOf(await api.open('GET', `${MACHINES_PATH}?watch=true${query}`));

const label = (app: string): void => {
  api.cluster.host.store.modify('virtualmachines', 'team-a', 'one', ({ metadata }) => {
    metadata.labels = { app };
  });
};

const version = async (): Promise<string> => {
  const { metadata } = (await api.request('GET', `${MACHINES_PATH}?limit=1`)).body;
  return (metadata as { resourceVersion: string }).resourceVersion;
};

describe('a watch', () => {
  it('without a resourceVersion begins with what is there', async () => {
    const next = await watch('');
    expect(await next()).toMatchObject({
      type: 'ADDED',
      object: { kind: 'VirtualMachine', metadata: { name: 'one' } },
    });
    label('other');
    expect(await next()).toMatchObject({
      type: 'MODIFIED',
      object: { metadata: { labels: { app: 'other' } } },
    });
    api.cluster.host.store.delete('virtualmachines', 'team-a', 'one');
    expect(await next()).toMatchObject({ type: 'DELETED', object: { metadata: { name: 'one' } } });
  });

  it('from a resourceVersion gets exactly the later changes', async () => {
    const from = await version();
    label('later');
    const next = await watch(`&resourceVersion=${from}`);
    expect(await next()).toMatchObject({
      type: 'MODIFIED',
      object: { metadata: { labels: { app: 'later' } } },
    });
  });

  it('from the future is silent until then', async () => {
    const from = Number(await version());
    const next = await watch(`&resourceVersion=${from + 1}`);
    label('before');
    label('after');
    expect(await next()).toMatchObject({ object: { metadata: { labels: { app: 'after' } } } });
  });

  it('from the future that wants the state first is an error', async () => {
    const from = Number(await version()) + 5;
    const next = await watch(
      `&resourceVersion=${from}&sendInitialEvents=true&resourceVersionMatch=NotOlderThan`,
    );
    expect(await next()).toMatchObject({ type: 'ERROR', object: { code: 504, reason: 'Timeout' } });
    expect((await next()).type).toBe('END');
  });

  it('marks the end of the initial events and its own end with bookmarks', async () => {
    const next = await watch(
      '&allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=1',
    );
    expect((await next()).type).toBe('ADDED');
    const bookmark = await next();
    expect(bookmark).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'VirtualMachine',
        apiVersion: 'kubevirt.io/v1',
        metadata: { annotations: { 'k8s.io/initial-events-end': 'true' }, resourceVersion: await version() },
      },
    });
    expect(await next()).toMatchObject({
      type: 'BOOKMARK',
      object: { metadata: { resourceVersion: await version() } },
    });
    expect((await next()).type).toBe('END');
  });

  it('sees objects start and stop to match its selector', async () => {
    const next = await watch('&labelSelector=app%3Ddemo');
    expect((await next()).type).toBe('ADDED');
    label('other');
    expect(await next()).toMatchObject({
      type: 'DELETED',
      object: { metadata: { labels: { app: 'demo' }, resourceVersion: await version() } },
    });
    label('demo');
    expect((await next()).type).toBe('ADDED');
  });

  it('from a version of an earlier run, or one that is too old, gets 410 in the stream', async () => {
    const from = await version();
    for (let index = 0; index <= HISTORY_LENGTH * 2; index += 1) {
      label(`n${index}`);
    }
    for (const old of ['1', from]) {
      const next = await watch(`&resourceVersion=${old}`);
      expect(await next()).toMatchObject({
        type: 'ERROR',
        object: {
          kind: 'Status',
          reason: 'Expired',
          code: 410,
          message: expect.stringMatching(`^too old resource version: ${old} \\(\\d+\\)$`) as string,
        },
      });
      expect((await next()).type).toBe('END');
    }
  });

  it('works over a WebSocket as well, one message per event', async () => {
    const url = `${api.cluster.url.replace('http', 'ws')}${MACHINES_PATH}?watch=true`;
    const socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${api.token('viewer')}` },
      origin: api.cluster.url,
    });
    const [message] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'one' } },
    });
    socket.close();
    await once(socket, 'close');
  });

  it('is refused over a WebSocket that does not say its origin', async () => {
    const url = `${api.cluster.url.replace('http', 'ws')}${MACHINES_PATH}?watch=true`;
    const socket = new WebSocket(url, { headers: { authorization: `Bearer ${api.token('viewer')}` } });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(403);
  });

  it('is refused over a WebSocket with the status that it would have over HTTP', async () => {
    const url = `${api.cluster.url.replace('http', 'ws')}/apis/kubevirt.io/v1/kubevirts?watch=true`;
    const socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${api.token('viewer')}` },
      origin: api.cluster.url,
    });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(403);
  });

  it('prints rows for kubectl get -w', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
    const next = eventsOf(await api.open('GET', `${MACHINES_PATH}?watch=true`, { headers: { accept } }));
    expect(await next()).toMatchObject({
      type: 'ADDED',
      object: {
        kind: 'Table',
        rows: [{ cells: ['one', expect.stringMatching(/^\d+s$/) as string, 'Halted'] }],
      },
    });
  });
});
