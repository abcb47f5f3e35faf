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

describe('writes', () => {
  it('generate names, ignore what only the server sets, and note the manager', async () => {
    const metadata = { generateName: 'gen-', uid: 'x', creationTimestamp: '2001-01-01T00:00:00Z' };
    const body = { ...machine('x', { status: { ready: true } }), metadata };
    const { code, body: created } = await api.request(
      'POST',
      `${MACHINES_PATH}?fieldManager=tester&dryRun=All`,
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
    const path = `${MACHINES_PATH}/vm-hooked`;
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
    const { body } = await api.request('GET', `${MACHINES_PATH.replace('/v1/', '/v1alpha3/')}/vm-plain`);
    expect(body.apiVersion).toBe('kubevirt.io/v1alpha3');
  });

  it('apply creates, then puts what is applied in the place of what was', async () => {
    const path = '/api/v1/namespaces/team-a/configmaps/applied?fieldManager=me';
    const apply = (data: Record<string, string>): ReturnType<TestApi['request']> =>
      api.request('PATCH', path, {
        type: 'application/apply-patch+yaml',
        body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'applied' }, data },
      });
    expect((await apply({ a: '1' })).code).toBe(201);
    const type = 'application/merge-patch+json';
    await api.request('PATCH', path.replace('=me', '=other'), { type, body: { data: { c: '3' } } });
    expect((await apply({ b: '2' })).body).toMatchObject({
      data: { b: '2', c: '3' },
      metadata: { managedFields: [{ manager: 'other' }, { operation: 'Apply' }] },
    });
    expect((await apply({ b: '2' })).body.data).toEqual({ b: '2', c: '3' });
  });

  it('apply removes nested fields that it no longer has, but not those of others', async () => {
    const apply = (annotations?: Record<string, string>): ReturnType<TestApi['request']> =>
      api.request('PATCH', `${MACHINES_PATH}/applied?fieldManager=me`, {
        type: 'application/apply-patch+yaml',
        body: machine('applied', {
          spec: { template: { ...(annotations && { metadata: { annotations } }), spec: { domain: {} } } },
        }),
      });
    await apply({ hook: 'x' });
    const other = { spec: { template: { metadata: { annotations: { note: 'y' } } } } };
    const type = 'application/merge-patch+json';
    await api.request('PATCH', `${MACHINES_PATH}/applied?fieldManager=other`, { type, body: other });
    await apply({ hook: 'x', more: 'z' });
    expect((await apply({ hook: 'x' })).body.spec).toMatchObject({
      template: { metadata: { annotations: { hook: 'x', note: 'y' } } },
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
