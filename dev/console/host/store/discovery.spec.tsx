import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  Object.assign(window, { SERVER_FLAGS: { basePath: '/' } });
});

const { modelsOf } = await import('./discovery');
const { abbreviation, pluralLabel } = await import('./modelLabels');
const { modelForUrlName, objectPath } = await import('../resource/resourcePath');

describe('models from discovery', () => {
  it('omit subresources and have group and version', () => {
    const models = modelsOf({
      groupVersion: 'kubevirt.io/v1',
      resources: [
        {
          name: 'virtualmachines',
          kind: 'VirtualMachine',
          namespaced: true,
          verbs: ['get', 'list'],
          shortNames: ['vm'],
        },
        { name: 'virtualmachines/status', kind: 'VirtualMachine', namespaced: true, verbs: ['get'] },
      ],
    });
    expect(models).toHaveLength(1);
    expect(models[0]).toMatchObject({
      apiGroup: 'kubevirt.io',
      apiVersion: 'v1',
      plural: 'virtualmachines',
      crd: true,
      abbr: 'VM',
      labelPlural: 'VirtualMachines',
    });
  });

  it('of the core group have no group', () => {
    const [model] = modelsOf({
      groupVersion: 'v1',
      resources: [{ name: 'pods', kind: 'Pod', namespaced: true, verbs: [] }],
    });
    expect(model).not.toHaveProperty('apiGroup');
    expect(model?.apiVersion).toBe('v1');
  });
});

describe('the URL of an object', () => {
  it.each([
    ['v1', 'pods', 'Pod', '/k8s/ns/shop/pods/one'],
    ['kubevirt.io/v1', 'virtualmachines', 'VirtualMachine', '/k8s/ns/shop/kubevirt.io~v1~VirtualMachine/one'],
    ['template.openshift.io/v1', 'templates', 'Template', '/k8s/ns/shop/templates/one'],
    [
      'template.kubevirt.io/v1beta1',
      'virtualmachinetemplates',
      'VirtualMachineTemplate',
      '/k8s/ns/shop/template.kubevirt.io~v1beta1~VirtualMachineTemplate/one',
    ],
  ])('of %s %s', (groupVersion, name, kind, path) => {
    const [model] = modelsOf({ groupVersion, resources: [{ name, kind, namespaced: true, verbs: [] }] });
    expect(model && objectPath(model, 'one', 'shop')).toBe(path);
    expect(model && modelForUrlName([model], path.split('/')[4] ?? '')).toBe(model);
  });
});

describe('labels', () => {
  it.each([
    ['Pod', 'Pods', 'P'],
    ['NetworkPolicy', 'NetworkPolicies', 'NP'],
    ['Ingress', 'Ingresses', 'I'],
    ['Endpoints', 'Endpoints', 'E'],
    ['VirtualMachineInstance', 'VirtualMachineInstances', 'VMI'],
    ['Gateway', 'Gateways', 'G'],
  ])('%s', (kind, plural, abbr) => {
    expect(pluralLabel(kind)).toBe(plural);
    expect(abbreviation(kind)).toBe(abbr);
  });
});
