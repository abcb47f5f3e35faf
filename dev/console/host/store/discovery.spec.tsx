import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  Object.assign(window, { SERVER_FLAGS: { basePath: '/' } });
});

const { modelsOf } = await import('./discovery');
const { abbreviation, pluralLabel } = await import('./modelLabels');

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
