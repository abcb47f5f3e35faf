import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Persona } from '../../contract';
import { machine, MACHINES_PATH, namespace, startTestApi } from '../testing/testApi';
import type { TestApi } from '../testing/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi([namespace('openshift-cnv'), machine('vm-plain')]);
});

afterAll(async () => api.cluster.close());

const allowed = async (as: Persona['id'], attributes: Record<string, string>): Promise<unknown> => {
  const { code, body } = await api.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
    as,
    body: { spec: { resourceAttributes: attributes } },
  });
  expect(code).toBe(201);
  return (body.status as { allowed: unknown }).allowed;
};

describe('who may do what', () => {
  const kv = { group: 'kubevirt.io', namespace: 'team-a' };
  const everywhere = { group: 'kubevirt.io', namespace: '' };
  const core = { group: '', namespace: 'team-a' };

  it.each([
    [
      'list VMs of all namespaces',
      { ...everywhere, verb: 'list', resource: 'virtualmachines' },
      [true, true, true],
    ],
    ['patch VMs', { ...kv, verb: 'patch', resource: 'virtualmachines' }, [true, true, false]],
    ['edit ConfigMaps', { ...core, verb: 'update', resource: 'configmaps' }, [true, true, false]],
    ['read secrets', { ...core, verb: 'get', resource: 'secrets' }, [true, true, false]],
    ['exec', { ...core, verb: 'create', resource: 'pods', subresource: 'exec' }, [true, true, false]],
    ['read logs', { ...core, verb: 'get', resource: 'pods', subresource: 'log' }, [true, true, true]],
    [
      'restart',
      {
        group: 'subresources.kubevirt.io',
        namespace: 'team-a',
        verb: 'update',
        resource: 'virtualmachines',
        subresource: 'restart',
      },
      [true, true, false],
    ],
    ['list KubeVirts', { ...everywhere, verb: 'list', resource: 'kubevirts' }, [true, true, true]],
    ['watch KubeVirts', { ...everywhere, verb: 'watch', resource: 'kubevirts' }, [true, false, false]],
    [
      'list HyperConvergeds',
      { group: 'hco.kubevirt.io', namespace: 'openshift-cnv', verb: 'list', resource: 'hyperconvergeds' },
      [true, false, false],
    ],
    [
      'edit in a system namespace',
      { ...core, namespace: 'openshift-cnv', verb: 'update', resource: 'configmaps' },
      [true, false, false],
    ],
  ])('%s: admin, editor, viewer', async (_what, attributes, expected) => {
    const answers = [];
    for (const as of ['admin', 'editor', 'viewer'] as const) {
      answers.push(await allowed(as, attributes));
    }
    expect(answers).toEqual(expected);
  });

  it('says the rules by which it decides', async () => {
    const { body } = await api.request('POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', {
      as: 'viewer',
      body: { spec: { namespace: 'team-a' } },
    });
    expect(body.status).toMatchObject({
      incomplete: false,
      resourceRules: expect.arrayContaining([
        { verbs: ['get', 'list'], apiGroups: ['kubevirt.io'], resources: ['kubevirts'] },
      ]) as unknown,
    });
    expect(JSON.stringify(body.status)).not.toMatch(/secrets|exec/);
  });
});

describe('refusals, word for word', () => {
  it('403 for a list in a namespace', async () => {
    const path = '/apis/hco.kubevirt.io/v1/namespaces/openshift-cnv/hyperconvergeds';
    expect((await api.request('GET', path, { as: 'viewer' })).body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message:
        'hyperconvergeds.hco.kubevirt.io is forbidden: User "viewer" cannot list resource "hyperconvergeds" in API group "hco.kubevirt.io" in the namespace "openshift-cnv"',
      reason: 'Forbidden',
      details: { group: 'hco.kubevirt.io', kind: 'hyperconvergeds' },
      code: 403,
    });
  });

  it('403 for a patch of a named object', async () => {
    const { body } = await api.request('PATCH', `${MACHINES_PATH}/vm-plain`, { as: 'viewer', body: [] });
    expect(body).toMatchObject({
      message:
        'virtualmachines.kubevirt.io "vm-plain" is forbidden: User "viewer" cannot patch resource "virtualmachines" in API group "kubevirt.io" in the namespace "team-a"',
      details: { name: 'vm-plain', group: 'kubevirt.io', kind: 'virtualmachines' },
    });
  });

  it('401 for a token that nobody has', async () => {
    const { body } = await api.request('GET', MACHINES_PATH, {
      as: 'nobody',
      headers: { authorization: 'Bearer wrong' },
    });
    expect(body).toMatchObject({ message: 'Unauthorized', reason: 'Unauthorized', code: 401 });
    expect((await api.request('GET', `/as/wrong${MACHINES_PATH}`, { as: 'nobody' })).code).toBe(401);
  });

  it('403 without a token, but for health and version', async () => {
    expect((await api.request('GET', MACHINES_PATH, { as: 'nobody' })).body).toMatchObject({
      message: expect.stringContaining('User "system:anonymous" cannot list resource') as string,
      code: 403,
    });
    expect((await api.request('GET', '/apis', { as: 'nobody' })).body.message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    );
    expect((await api.request('GET', '/readyz', { as: 'nobody' })).text).toBe('ok');
    expect((await api.request('GET', '/version', { as: 'nobody' })).body).toMatchObject({ major: '1' });
  });
});

describe('acting as someone', () => {
  it('lets the token stand in the path', async () => {
    expect(
      (await api.request('GET', `/as/${api.token('viewer')}${MACHINES_PATH}`, { as: 'nobody' })).code,
    ).toBe(200);
  });

  it('lets admin impersonate users and groups', async () => {
    const headers = { 'impersonate-user': 'jane', 'impersonate-group': ['vm-viewers', 'testers'] };
    const { body } = await api.request('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      headers,
      body: {},
    });
    expect(body.status).toEqual({
      userInfo: { username: 'jane', groups: ['vm-viewers', 'testers', 'system:authenticated'] },
    });
    expect((await api.request('GET', MACHINES_PATH, { headers })).code).toBe(200);
    expect((await api.request('DELETE', `${MACHINES_PATH}/vm-plain`, { headers })).code).toBe(403);
  });

  it('lets nobody else impersonate', async () => {
    const { body } = await api.request('GET', MACHINES_PATH, {
      as: 'editor',
      headers: { 'impersonate-user': 'admin' },
    });
    expect(body.message).toBe(
      'users "admin" is forbidden: User "editor" cannot impersonate resource "users" in API group "" at the cluster scope',
    );
  });
});

describe('requests that were not meant for this server', () => {
  it.each([
    ['another Host', { host: 'evil.example:80' }, 421],
    ['its own name on another port', { host: '127.0.0.1:1' }, 421],
    ['another Origin', { origin: 'http://evil.example' }, 403],
    ['an opaque Origin', { origin: 'null' }, 403],
  ])('%s', async (_what, headers, code) => {
    expect((await api.request('GET', '/version', { as: 'nobody', headers })).code).toBe(code);
  });

  it('another Origin and a token that nobody has', async () => {
    const headers = { origin: 'http://evil.example', authorization: 'Bearer guessed' };
    expect((await api.request('GET', '/version', { as: 'nobody', headers })).code).toBe(403);
  });

  it('but with a token the Origin does not count, also over a WebSocket', async () => {
    const headers = { origin: 'http://console.example' };
    expect((await api.request('GET', MACHINES_PATH, { as: 'viewer', headers })).code).toBe(200);
    const protocol = `base64url.bearer.authorization.k8s.io.${Buffer.from(api.token('viewer')).toString('base64url')}`;
    const socket = new WebSocket(
      `${api.cluster.url.replace('http', 'ws')}${MACHINES_PATH}?watch=true`,
      ['base64.binary.k8s.io', protocol],
      headers,
    );
    await once(socket, 'open');
    socket.close();
    await once(socket, 'close');
  });

  it('but localhost is this server', async () => {
    const { port } = new URL(api.cluster.url);
    expect((await api.request('GET', '/version', { headers: { host: `localhost:${port}` } })).code).toBe(200);
  });
});
