import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machine, machinesPath, startTestApi } from './testing/testApi';
import type { TestApi } from './testing/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([
    machine('vm-hooked'),
    machine('vm-plain', { metadata: { name: 'vm-plain', namespace: 'team-a', labels: { app: 'demo' } } }),
  ]);
});

afterAll(async () => api.cluster.close());

const status = (
  code: number,
  reason: string,
  message: string,
  details?: unknown,
): Record<string, unknown> => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason,
  ...(details === undefined ? {} : { details }),
  code,
});

const plain = { name: 'vm-plain', group: 'kubevirt.io', kind: 'virtualmachines' };
const json = 'application/json-patch+json';
const rejected = status(422, 'Invalid', 'the server rejected our request due to an error in our request', {});

describe('errors, word for word', () => {
  it.each([
    [
      'a missing object',
      'GET',
      '/nope',
      undefined,
      undefined,
      status(404, 'NotFound', 'virtualmachines.kubevirt.io "nope" not found', { ...plain, name: 'nope' }),
    ],
    [
      'one that exists',
      'POST',
      '',
      machine('vm-plain'),
      undefined,
      status(409, 'AlreadyExists', 'virtualmachines.kubevirt.io "vm-plain" already exists', plain),
    ],
    [
      'broken JSON',
      'POST',
      '',
      '{"apiVersion":',
      undefined,
      status(
        400,
        'BadRequest',
        'the object provided is unrecognized (must be of type VirtualMachine): couldn\'t get version/kind; json parse error: unexpected end of JSON input ({"apiVersion":)',
      ),
    ],
    [
      'a stale resourceVersion',
      'PATCH',
      '/vm-plain',
      [{ op: 'replace', path: '/metadata/resourceVersion', value: '1' }],
      json,
      status(
        409,
        'Conflict',
        'Operation cannot be fulfilled on virtualmachines.kubevirt.io "vm-plain": the object has been modified; please apply your changes to the latest version and try again',
        plain,
      ),
    ],
    [
      'a JSON patch that is no array',
      'PATCH',
      '/vm-plain',
      {},
      json,
      status(
        400,
        'BadRequest',
        'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
      ),
    ],
    ['a failed test', 'PATCH', '/vm-plain', [{ op: 'test', path: '/kind', value: 'x' }], json, rejected],
    [
      'a missing parent',
      'PATCH',
      '/vm-plain',
      [{ op: 'add', path: '/metadata/annotations/a', value: 'x' }],
      json,
      rejected,
    ],
    ['a missing key', 'PATCH', '/vm-plain', [{ op: 'remove', path: '/spec/nope' }], json, rejected],
    [
      'a strategic merge patch of a custom resource',
      'PATCH',
      '/vm-plain',
      {},
      'application/strategic-merge-patch+json',
      status(
        415,
        'UnsupportedMediaType',
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
      ),
    ],
  ])('%s', async (_case, method, path, body, type, expected) => {
    const answer = await api.request(method, machinesPath + path, {
      body,
      ...(type === undefined ? {} : { type }),
    });
    expect(answer.body).toEqual(expected);
    expect(answer.code).toBe(expected.code);
  });

  it('a namespace that is not there', async () => {
    const path = machinesPath.replace('team-a', 'team-x');
    const body = machine('vm', { metadata: { name: 'vm', namespace: 'team-x' } });
    expect((await api.request('POST', path, { body })).body).toMatchObject({
      code: 404,
      message: 'namespaces "team-x" not found',
    });
  });

  it('a body over the limit', async () => {
    const answer = await api.request('POST', machinesPath, { body: 'x'.repeat(3 * 1024 * 1024 + 1) });
    expect(answer.body).toEqual(
      status(413, 'RequestEntityTooLarge', 'Request entity too large: limit is 3145728'),
    );
  });

  it('a ConfigMap that is too large', async () => {
    const body = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'big' },
      data: { k: 'x'.repeat(1024 * 1024 + 1) },
    };
    const { body: answer } = await api.request('POST', '/api/v1/namespaces/team-a/configmaps', { body });
    expect(answer.message).toBe(
      'ConfigMap "big" is invalid: []: Too long: may not be more than 1048576 bytes',
    );
  });
});

describe('lists', () => {
  it('come in pages that tell what remains', async () => {
    const first = (await api.request('GET', `${machinesPath}?limit=1`)).body;
    const {
      continue: token,
      resourceVersion,
      remainingItemCount,
    } = first.metadata as Record<string, string | number>;
    expect(remainingItemCount).toBe(1);
    expect(first.items).toMatchObject([{ kind: 'VirtualMachine', metadata: { name: 'vm-hooked' } }]);
    const second = (await api.request('GET', `${machinesPath}?limit=1&continue=${token ?? ''}`)).body;
    expect(second.items).toMatchObject([{ metadata: { name: 'vm-plain' } }]);
    expect(second.metadata).toEqual({ resourceVersion });
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

  it('print as the columns of kubectl get', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const { body } = await api.request('GET', machinesPath, { headers: { accept } });
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
    expect((await api.request('GET', `${machinesPath}/vm-plain`, { headers: agent })).text).toContain(
      '{\n  "',
    );
    const compact = await api.request('GET', `${machinesPath}/vm-plain?pretty=false`, { headers: agent });
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

describe('writes', () => {
  it('generate names, ignore what only the server sets, and note the manager', async () => {
    const metadata = { generateName: 'gen-', uid: 'x', creationTimestamp: '2001-01-01T00:00:00Z' };
    const body = { ...machine('x', { status: { ready: true } }), metadata };
    const { code, body: created } = await api.request(
      'POST',
      `${machinesPath}?fieldManager=tester&dryRun=All`,
      { body },
    );
    expect(code).toBe(201);
    expect(created).not.toHaveProperty('status');
    expect(created.metadata).toMatchObject({
      name: expect.stringMatching(/^gen-[a-z0-9]{5}$/) as string,
      generation: 1,
      managedFields: [{ manager: 'tester', operation: 'Update' }],
    });
    expect(created.metadata).not.toMatchObject({ uid: 'x' });
  });

  it('of the object leave status alone, and the other way round', async () => {
    const path = `${machinesPath}/vm-hooked`;
    const merge = 'application/merge-patch+json';
    const body = { spec: { runStrategy: 'Always' }, status: { ready: true } };
    const ofObject = await api.request('PATCH', path, { body, type: merge });
    expect(ofObject.body).toMatchObject({ spec: { runStrategy: 'Always' }, metadata: { generation: 2 } });
    expect(ofObject.body).not.toHaveProperty('status');
    const ofStatus = await api.request('PATCH', `${path}/status`, {
      body: { ...body, spec: {} },
      type: merge,
    });
    expect(ofStatus.body).toMatchObject({
      spec: { runStrategy: 'Always' },
      status: { ready: true },
      metadata: { generation: 2 },
    });
  });

  it('answer the version that was asked for', async () => {
    const { body } = await api.request('GET', `${machinesPath.replace('/v1/', '/v1alpha3/')}/vm-plain`);
    expect(body.apiVersion).toBe('kubevirt.io/v1alpha3');
  });

  it('apply creates, then merges', async () => {
    const path = '/api/v1/namespaces/team-a/configmaps/applied?fieldManager=me';
    const apply = (data: Record<string, string>): ReturnType<TestApi['request']> =>
      api.request('PATCH', path, {
        type: 'application/apply-patch+yaml',
        body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'applied' }, data },
      });
    expect((await apply({ a: '1' })).code).toBe(201);
    expect((await apply({ b: '2' })).body).toMatchObject({
      data: { a: '1', b: '2' },
      metadata: { managedFields: [{ operation: 'Apply' }] },
    });
  });

  it('delete one or what selectors select', async () => {
    const path = '/api/v1/namespaces/team-a/secrets';
    const secret = (name: string, labels: Record<string, string>): unknown => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, labels },
      stringData: { a: 'b' },
    });
    const created = await api.request('POST', path, { body: secret('one', { go: 'yes' }) });
    expect(created.body).toMatchObject({ type: 'Opaque', data: { a: 'Yg==' } });
    await api.request('POST', path, { body: secret('two', { go: 'no' }) });
    await api.request('DELETE', `${path}?labelSelector=go%3Dyes`);
    expect((await api.request('GET', path)).body.items).toMatchObject([{ metadata: { name: 'two' } }]);
    const wrongUid = { preconditions: { uid: 'other' } };
    expect((await api.request('DELETE', `${path}/two`, { body: wrongUid })).code).toBe(409);
    expect((await api.request('DELETE', `${path}/two`)).body).toMatchObject({
      status: 'Success',
      details: { name: 'two', kind: 'secrets' },
    });
  });
});
