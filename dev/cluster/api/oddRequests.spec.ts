import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machine, MACHINES_PATH, startTestApi } from './testing/testApi';
import type { TestApi } from './testing/testApi';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi([machine('one')]);
});
afterAll(async () => api.cluster.close());

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const one = `${MACHINES_PATH}/one`;
const configMaps = '/api/v1/namespaces/team-a/configmaps';

/** Recorded from Kubernetes 1.34. */
describe('what clients get wrong is answered as a real API server answers it', () => {
  it.each<[string, string, string, unknown, string | undefined, number, string | RegExp]>([
    ['a PUT to a list', 'PUT', MACHINES_PATH, machine('one'), undefined, 405, /does not allow this method/],
    ['a PATCH to a list', 'PATCH', MACHINES_PATH, {}, MERGE_PATCH, 405, /does not allow this method/],
    [
      'a PUT of a custom resource without a resourceVersion',
      'PUT',
      one,
      machine('one'),
      undefined,
      422,
      'virtualmachines.kubevirt.io "one" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
    ],
    [
      'a patch of the uid',
      'PATCH',
      one,
      { metadata: { uid: 'x' } },
      MERGE_PATCH,
      422,
      'VirtualMachine.kubevirt.io "one" is invalid: metadata.uid: Invalid value: "x": field is immutable',
    ],
    [
      'a patch of the name',
      'PATCH',
      one,
      { metadata: { name: 'x' } },
      MERGE_PATCH,
      400,
      'the name of the object (x) does not match the name on the URL (one)',
    ],
    [
      'a deletion of another uid',
      'DELETE',
      one,
      { preconditions: { uid: 'x' } },
      undefined,
      409,
      /on VirtualMachine\.kubevirt\.io "one": the UID in the precondition \(x\) does not match the UID in record/,
    ],
    [
      'a deletion of another version',
      'DELETE',
      one,
      { preconditions: { resourceVersion: '1' } },
      undefined,
      409,
      /the ResourceVersion in the precondition \(1\) does not match .* The object might have been modified$/,
    ],
    [
      'a key in both parts of a ConfigMap',
      'POST',
      configMaps,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        data: { a: '1' },
        binaryData: { a: 'eA==' },
      },
      undefined,
      422,
      'ConfigMap "x" is invalid: data[a]: Invalid value: "a": duplicate of key present in binaryData',
    ],
  ])('%s', async (_name, method, path, body, type, code, message) => {
    const answer = await api.request(method, path, { body, ...(type === undefined ? {} : { type }) });
    expect(answer.body.message).toMatch(message);
    expect(answer.code).toBe(code);
  });

  it.each(['/apis/hco.example', '/apis/hco.example/v1', '/apis/hco.example/v1/things', '/nonsense'])(
    '%s, which nobody serves, is no Status but text',
    async (path) => {
      const answer = await fetch(api.cluster.url + path, {
        headers: { authorization: `Bearer ${api.token('admin')}`, 'user-agent': 'Mozilla/5.0' },
      });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe('404 page not found\n');
    },
  );
});

it('a target that is no URL is an error of that request alone', async () => {
  const { hostname, port } = new URL(api.cluster.url);
  const status = await new Promise((resolve, reject) => {
    get({ hostname, port, path: '//' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(500);
  expect((await api.request('GET', one)).code).toBe(200);
});

describe('a JSON patch is read as laxly as Kubernetes reads it', () => {
  const patch = async (...operations: unknown[]): Promise<{ code: number; spec: unknown }> => {
    const { code, body } = await api.request('PATCH', `${one}?dryRun=All`, {
      body: operations,
      type: JSON_PATCH,
    });
    return { code, spec: body.spec };
  };

  it('a replace of what is not there adds it', async () => {
    expect(await patch({ op: 'replace', path: '/spec/added', value: 1 })).toMatchObject({
      code: 200,
      spec: { added: 1 },
    });
  });

  it('a test for null succeeds only if there is no value', async () => {
    expect((await patch({ op: 'test', path: '/metadata/annotations', value: null })).code).toBe(200);
    expect((await patch({ op: 'test', path: '/spec', value: null })).code).toBe(422);
  });

  it('later operations see what earlier ones did', async () => {
    expect(
      await patch(
        { op: 'add', path: '/spec/a', value: {} },
        { op: 'replace', path: '/spec/a/b', value: 1 },
        { op: 'test', path: '/spec/a', value: { b: 1 } },
      ),
    ).toMatchObject({ code: 200, spec: { a: { b: 1 } } });
  });
});
