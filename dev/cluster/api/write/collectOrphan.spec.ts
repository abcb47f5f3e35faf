import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '../testing/testApi';

let api: TestApi;
beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.cluster.close());

const path = '/api/v1/namespaces/team-a/configmaps';

const create = async (name: string, owner?: { name: string; uid: unknown }): Promise<unknown> => {
  const ownerReferences = owner && [{ apiVersion: 'v1', kind: 'ConfigMap', ...owner }];
  const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ownerReferences } };
  const answer = await api.request('POST', path, { body });
  expect(answer.code).toBe(201);
  return (answer.body.metadata as { uid: string }).uid;
};

const codeOf = async (name: string): Promise<number> => (await api.request('GET', `${path}/${name}`)).code;

it('objects whose owner is gone are deleted soon after they were created', async () => {
  const uid = await create('owner');
  await create('owned', { name: 'owner', uid });
  await create('late', { name: 'owner', uid: 'of an earlier one' });
  await vi.waitFor(async () => {
    expect(await codeOf('late')).toBe(404);
  });
  expect(await codeOf('owned')).toBe(200);
});
