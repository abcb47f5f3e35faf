import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machine, MACHINES_PATH, startTestApi } from './testing/testApi';
import type { TestApi } from './testing/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([
    machine('vm-hooked'),
    machine('vm-plain', {
      metadata: {
        name: 'vm-plain',
        namespace: 'team-a',
        labels: { app: 'demo' },
        annotations: { sign: '<&>' },
      },
    }),
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
      'a test that holds, but is not spelt as Go spells it',
      'PATCH',
      '/vm-plain',
      '[{"op":"test","path":"/metadata/annotations/sign","value":"<&>"}]',
      json,
      rejected,
    ],
    [
      'a missing parent',
      'PATCH',
      '/vm-plain',
      [{ op: 'add', path: '/metadata/nope/a', value: 'x' }],
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
    const answer = await api.request(method, MACHINES_PATH + path, {
      body,
      ...(type === undefined ? {} : { type }),
    });
    expect(answer.body).toEqual(expected);
    expect(answer.code).toBe(expected.code);
  });

  it('none for a test that is spelt as Go spells it', async () => {
    const path = `${MACHINES_PATH}/vm-plain`;
    const body = String.raw`[{"op":"test","path":"/metadata/annotations/sign","value":"\u003c\u0026\u003e"}]`;
    expect((await api.request('PATCH', path, { body, type: json })).code).toBe(200);
  });

  it('a namespace that is not there', async () => {
    const path = MACHINES_PATH.replace('team-a', 'team-x');
    const body = machine('vm', { metadata: { name: 'vm', namespace: 'team-x' } });
    expect((await api.request('POST', path, { body })).body).toMatchObject({
      code: 404,
      message: 'namespaces "team-x" not found',
    });
  });

  it('a body over the limit', async () => {
    const answer = await api.request('POST', MACHINES_PATH, { body: 'x'.repeat(3 * 1024 * 1024 + 1) });
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
