import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningCluster, StoredObject } from '../contract';
import { startCluster } from '../index';
import type { FaultClient } from './faultClient';
import { faultClient } from './faultClient';
import { EXEC_STAGES } from './faultRule';
import { FAULTS_PATH } from './faultRoute';

const MAPS = '/api/v1/namespaces/default/configmaps';
const EXEC = '/api/v1/namespaces/default/pods/box/exec?command=x&stdout=true';

const pod: StoredObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'box', namespace: 'default' },
  spec: { nodeName: 'node', containers: [{ name: 'main', image: 'x' }] },
  status: {
    phase: 'Running',
    containerStatuses: [{ name: 'main', ready: true, restartCount: 0, state: { running: {} } }],
  },
};

const tokenOf = ({ personas }: RunningCluster, id: string): string =>
  personas.find((persona) => persona.id === id)?.token ?? '';

let cluster: RunningCluster;
let faults: FaultClient;

beforeAll(async () => {
  cluster = await startCluster({
    port: 0,
    faults: true,
    objects: [pod],
    behaviours: [
      (host) => {
        host.onExec(async ({ stdout }) => {
          await stdout('0123456789');
          return 0;
        });
      },
    ],
  });
  faults = faultClient(cluster.url, tokenOf(cluster, 'admin'));
});
afterEach(async () => faults.clear());
afterAll(async () => cluster.close());

const ask = async (path: string, init: RequestInit = {}, as = 'admin'): Promise<Response> =>
  fetch(cluster.url + path, {
    ...init,
    headers: { authorization: `Bearer ${tokenOf(cluster, as)}`, ...(init.headers as Record<string, string>) },
  });

const connect = (path: string): WebSocket =>
  new WebSocket(cluster.url.replace('http', 'ws') + path, path === EXEC ? ['v4.channel.k8s.io'] : [], {
    headers: { authorization: `Bearer ${tokenOf(cluster, 'admin')}` },
    origin: cluster.url,
  });

/** The messages of a WebSocket until it closes, and whether it opened. */
const outcome = async (socket: WebSocket): Promise<{ opened: boolean; code: number; messages: string[] }> => {
  const messages: string[] = [];
  let opened = false;
  socket.on('open', () => (opened = true));
  socket.on('error', () => undefined);
  socket.on('message', (data) => messages.push((data as Buffer).toString()));
  const code = await new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  return { opened, code, messages: messages.filter((message) => message.length > 1) };
};

const createMap = async (name: string): Promise<void> => {
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
  await ask(MAPS, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
};

describe('faults of requests', () => {
  it.each([
    [500, undefined, 'InternalError'],
    [401, undefined, 'Unauthorized'],
    [429, 7, 'TooManyRequests'],
  ])('%i, once', async (code, retryAfterSeconds, reason) => {
    await faults.add({
      path: '/configmaps',
      verb: 'list',
      count: 1,
      fault: { kind: 'answer', code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
    });
    expect((await ask('/api/v1/pods')).status).toBe(200);
    const answer = await ask(MAPS);
    expect(answer.status).toBe(code);
    expect(answer.headers.get('retry-after')).toBe(
      retryAfterSeconds === undefined ? null : String(retryAfterSeconds),
    );
    expect(await answer.json()).toMatchObject({ kind: 'Status', code, reason });
    expect(await faults.rules()).toEqual([]);
    expect((await ask(MAPS)).status).toBe(200);
  });

  it('does not carry out a refused write', async () => {
    await faults.add({ method: 'POST', path: '/configmaps', fault: { kind: 'answer', code: 500 } });
    await createMap('unwritten');
    await faults.clear();
    expect((await ask(`${MAPS}/unwritten`)).status).toBe(404);
  });

  it('hang until the client gives up', async () => {
    await faults.add({ path: '/configmaps', fault: { kind: 'hang' } });
    const abort = new AbortController();
    const asked = ask(MAPS, { signal: abort.signal });
    expect(await Promise.race([asked, ask('/api/v1/pods').then(() => 'others are answered')])).toBe(
      'others are answered',
    );
    abort.abort();
    await expect(asked).rejects.toThrow(/abort/);
  });

  it('are delayed', async () => {
    await faults.add({ path: '/configmaps', fault: { kind: 'slow', ms: 150 } });
    const before = performance.now();
    expect((await ask(MAPS)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(140);
  });
});

describe('faults of watches', () => {
  const WATCH = `${MAPS}?watch=true`;

  it('cut one that is open, and the next from its beginning', async () => {
    const open = connect(WATCH);
    const ended = outcome(open);
    await once(open, 'open');
    await faults.add({ verb: 'watch', path: '/configmaps', count: 2, fault: { kind: 'watchCut' } });
    expect(await ended).toMatchObject({ opened: true, code: 1006 });
    expect(await outcome(connect(WATCH))).toMatchObject({ code: 1006 });
    expect(await faults.rules()).toEqual([]);
  });

  it('report that the resourceVersion is too old', async () => {
    await faults.add({ count: 1, fault: { kind: 'watchExpired' } });
    const { messages, code } = await outcome(connect(`${WATCH}&resourceVersion=1`));
    expect(code).toBe(1000);
    expect(JSON.parse(messages.at(-1) ?? '')).toMatchObject({ type: 'ERROR', object: { code: 410 } });
  });

  it('bring garbage, and go on', async () => {
    const socket = connect(`${MAPS}?watch=true&sendInitialEvents=false&resourceVersionMatch=NotOlderThan`);
    await once(socket, 'open');
    const garbage = once(socket, 'message');
    await faults.add({ fault: { kind: 'watchGarbage' } });
    const text = String(await garbage);
    expect(() => JSON.parse(text) as unknown).toThrow();
    const event = once(socket, 'message');
    await createMap('after-garbage');
    expect(String(await event)).toContain('after-garbage');
    socket.terminate();
  });

  it('cut a watch over HTTP', async () => {
    const response = await ask(WATCH);
    await faults.add({ fault: { kind: 'watchCut' } });
    await expect(response.text()).rejects.toThrow();
  });
});

describe('faults of commands', () => {
  const expected = {
    beforeUpgrade: { opened: false, messages: [] },
    beforeOutput: { opened: true, messages: [] },
    midOutput: { opened: true, messages: ['\u000101234'] },
    beforeStatus: { opened: true, messages: ['\u00010123456789'] },
  };

  it.each(EXEC_STAGES)('cut %s', async (stage) => {
    await faults.add({ verb: 'exec', count: 1, fault: { kind: 'execCut', stage } });
    expect(await outcome(connect(EXEC))).toEqual({ ...expected[stage], code: 1006 });
    const { messages } = await outcome(connect(EXEC));
    expect(messages.at(-1)).toContain('Success');
  });
});

describe(FAULTS_PATH, () => {
  it.each([
    ['no rule', '[]'],
    ['no JSON', 'x'],
    ['no fault', '{}'],
    ['an unknown fault', '{"fault":{"kind":"constructor"}}'],
    ['a code that is no error', '{"fault":{"kind":"answer","code":200}}'],
    ['an unknown stage', '{"fault":{"kind":"execCut","stage":"later"}}'],
    ['a count of none', '{"count":0,"fault":{"kind":"hang"}}'],
    ['no time', '{"fault":{"kind":"slow","ms":"1"}}'],
  ])('refuses %s', async (_what, body) => {
    expect((await ask(FAULTS_PATH, { method: 'POST', body })).status).toBe(400);
    expect(await faults.rules()).toEqual([]);
  });

  it.each(['editor', 'viewer', 'nobody'])('is closed to %s', async (persona) => {
    const body = JSON.stringify({ fault: { kind: 'hang' } });
    expect((await ask(FAULTS_PATH, { method: 'POST', body }, persona)).status).toBeGreaterThanOrEqual(401);
    expect(await faults.rules()).toEqual([]);
  });

  it('is closed to pages of other sites', async () => {
    const body = JSON.stringify({ fault: { kind: 'hang' } });
    const headers = { origin: 'http://evil.example' };
    expect((await fetch(cluster.url + FAULTS_PATH, { method: 'POST', body, headers })).status).toBe(403);
    expect(await faults.rules()).toEqual([]);
  });

  it('is not there without the option', async () => {
    const plain = await startCluster({ port: 0, behaviours: [] });
    const client = faultClient(plain.url, tokenOf(plain, 'admin'));
    await expect(client.add({ fault: { kind: 'hang' } })).rejects.toThrow(/404/);
    await plain.close();
  });
});
