import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machine, MACHINES_PATH, startTestApi } from '../testing/testApi';
import type { TestApi } from '../testing/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([
    machine('vm-hooked'),
    machine('vm-plain', { metadata: { name: 'vm-plain', namespace: 'team-a', labels: { app: 'demo' } } }),
  ]);
});

afterAll(async () => api.cluster.close());

describe('lists', () => {
  it('have pages with the number of remaining objects', async () => {
    const first = (await api.request('GET', `${MACHINES_PATH}?limit=1`)).body;
    const {
      continue: token,
      resourceVersion,
      remainingItemCount,
    } = first.metadata as Record<string, string | number>;
    expect(remainingItemCount).toBe(1);
    expect(first.items).toMatchObject([{ kind: 'VirtualMachine', metadata: { name: 'vm-hooked' } }]);
    const second = (await api.request('GET', `${MACHINES_PATH}?limit=1&continue=${token ?? ''}`)).body;
    expect(second.items).toMatchObject([{ metadata: { name: 'vm-plain' } }]);
    expect(second.metadata).toEqual({ resourceVersion });
  });

  it.each(['', '/vm-plain'])('of a resourceVersion from the future time out (%s)', async (name) => {
    const { metadata } = (await api.request('GET', MACHINES_PATH)).body;
    const current = Number((metadata as { resourceVersion: string }).resourceVersion);
    const { code, body, headers } = await api.request(
      'GET',
      `${MACHINES_PATH}${name}?resourceVersion=${current + 5}`,
    );
    expect(code).toBe(504);
    expect(headers['retry-after']).toBe('1');
    expect(body).toMatchObject({
      reason: 'Timeout',
      message: `Timeout: Too large resource version: ${current + 5}, current: ${current}`,
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
        retryAfterSeconds: 1,
      },
    });
    expect((await api.request('GET', `${MACHINES_PATH}${name}?resourceVersion=${current}`)).code).toBe(200);
  });

  it('leave the kind of built-in items out', async () => {
    const { body } = await api.request('GET', '/api/v1/namespaces?limit=1');
    expect(body).toMatchObject({
      kind: 'NamespaceList',
      apiVersion: 'v1',
      items: [{ metadata: { name: 'default' } }],
    });
    expect(body.items).not.toMatchObject([{ kind: 'Namespace' }]);
  });

  it('say what they are before built-in items, and after custom ones', async () => {
    const keysOf = async (path: string): Promise<string[]> =>
      Object.keys((await api.request('GET', path)).body);
    expect(await keysOf('/api/v1/namespaces')).toEqual(['kind', 'apiVersion', 'metadata', 'items']);
    expect(await keysOf(MACHINES_PATH)).toEqual(['apiVersion', 'items', 'kind', 'metadata']);
  });

  it('print as the columns of kubectl get', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const { body } = await api.request('GET', MACHINES_PATH, { headers: { accept } });
    expect(body).toMatchObject({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      columnDefinitions: [
        { name: 'Name', format: 'name' },
        { name: 'Age' },
        { name: 'Strategy', priority: 0 },
      ],
      rows: [
        {
          cells: ['vm-hooked', expect.stringMatching(/^\d+s$/), 'Halted'],
          object: { kind: 'PartialObjectMetadata' },
        },
        { cells: ['vm-plain', expect.stringMatching(/^\d+s$/), 'Halted'] },
      ],
    });
  });

  it('are indented for browsers and compressed when large', async () => {
    const agent = { 'user-agent': 'Mozilla/5.0 (X11)' };
    expect((await api.request('GET', `${MACHINES_PATH}/vm-plain`, { headers: agent })).text).toContain(
      '{\n  "',
    );
    const compact = await api.request('GET', `${MACHINES_PATH}/vm-plain?pretty=false`, { headers: agent });
    expect(compact.text).not.toContain('\n');

    const data = { text: 'x'.repeat(200_000) };
    api.cluster.host.store.create('configmaps', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'long', namespace: 'team-a' },
      data,
    });
    const response = await api.open('GET', '/api/v1/namespaces/team-a/configmaps/long', {
      headers: { 'accept-encoding': 'gzip' },
    });
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
    }
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(Buffer.concat(chunks)).toString())).toMatchObject({ data });
  });
});
