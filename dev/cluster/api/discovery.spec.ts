import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi } from './testing/testApi';
import type { TestApi } from './testing/testApi';

let api: TestApi;
const requests: unknown[] = [];

beforeAll(async () => {
  api = await startTestApi([], (host) => {
    host.onSubresource(
      'subresources.kubevirt.io',
      'virtualmachines',
      'restart',
      ({ namespace, name, user, body }) => {
        requests.push({ namespace, name, user: user.name, body });
        return Promise.resolve({ code: 202 });
      },
    );
  });
});

afterAll(async () => api.cluster.close());

const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

describe('discovery', () => {
  it('lists groups with the preferred version first', async () => {
    const { body } = await api.request('GET', '/apis', { as: 'viewer' });
    expect(body.groups).toContainEqual({
      name: 'kubevirt.io',
      versions: [
        { groupVersion: 'kubevirt.io/v1', version: 'v1' },
        { groupVersion: 'kubevirt.io/v1alpha3', version: 'v1alpha3' },
      ],
      preferredVersion: { groupVersion: 'kubevirt.io/v1', version: 'v1' },
    });
    expect(JSON.stringify(body)).not.toContain('openshift');
  });

  it('lists the resources of a version', async () => {
    const { body } = await api.request('GET', '/apis/kubevirt.io/v1', { as: 'viewer' });
    expect(body.resources).toContainEqual({
      name: 'virtualmachines',
      singularName: 'virtualmachine',
      namespaced: true,
      kind: 'VirtualMachine',
      verbs: ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'],
      shortNames: ['vm', 'vms'],
      categories: ['all'],
    });
    expect(body.resources).toContainEqual({
      name: 'virtualmachines/status',
      singularName: '',
      namespaced: true,
      kind: 'VirtualMachine',
      verbs: ['get', 'patch', 'update'],
    });
  });

  it.each(['/apis/nope.io/v1', '/apis/kubevirt.io/v9', '/nope'])('does not know %s', async (path) => {
    expect((await api.request('GET', path)).code).toBe(404);
  });

  it('answers with one document for all groups if a client asks for it', async () => {
    const { body, headers } = await api.request('GET', '/apis', { headers: { accept: aggregated } });
    expect(headers['content-type']).toBe(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    );
    expect(body).toMatchObject({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2' });
    const groups = body.items as { metadata: { name: string }; versions: { resources: unknown[] }[] }[];
    expect(groups.find(({ metadata }) => metadata.name === 'kubevirt.io')?.versions[0]?.resources[0]).toEqual(
      {
        resource: 'virtualmachines',
        responseKind: { group: '', version: '', kind: 'VirtualMachine' },
        scope: 'Namespaced',
        singularResource: 'virtualmachine',
        verbs: ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'],
        shortNames: ['vm', 'vms'],
        categories: ['all'],
        subresources: [
          {
            subresource: 'status',
            responseKind: { group: '', version: '', kind: 'VirtualMachine' },
            verbs: ['get', 'patch', 'update'],
          },
        ],
      },
    );
  });

  it('serves a definition for each custom type', async () => {
    const { body } = await api.request(
      'GET',
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/virtualmachines.kubevirt.io',
    );
    expect(body).toMatchObject({
      spec: {
        group: 'kubevirt.io',
        names: { kind: 'VirtualMachine' },
        versions: [{ name: 'v1', storage: true }, { name: 'v1alpha3' }],
      },
    });
  });
});

describe('subresources of a group of their own', () => {
  const path = '/apis/subresources.kubevirt.io/v1/namespaces/team-a/virtualmachines/vm/restart';

  it('are listed and served to those who may', async () => {
    const { body } = await api.request('GET', '/apis/subresources.kubevirt.io/v1');
    expect(body.resources).toMatchObject([{ name: 'virtualmachines/restart', namespaced: true }]);
    const headers = { 'user-agent': 'Mozilla/5.0 (X11)' };
    const answer = await api.request('PUT', path, { as: 'editor', body: {}, headers });
    expect([answer.code, answer.text]).toEqual([202, '']);
    expect(requests).toEqual([{ namespace: 'team-a', name: 'vm', user: 'editor', body: {} }]);
  });

  it('are refused to others, and unknown ones are not found', async () => {
    expect((await api.request('PUT', path, { as: 'viewer' })).body.message).toBe(
      'virtualmachines.subresources.kubevirt.io "vm" is forbidden: User "viewer" cannot update resource "virtualmachines/restart" in API group "subresources.kubevirt.io" in the namespace "team-a"',
    );
    expect((await api.request('PUT', path.replace('restart', 'dance'))).code).toBe(404);
  });
});
