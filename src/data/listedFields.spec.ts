import { expect, it } from 'vitest';
import { project } from '../k8s/listWatch/parsePage';
import type { ConfigMap } from '../sidecars/objects/resources';
import { configMapKeys } from '../sidecars/scripts/configMapKeys';
import { lastDataChange } from '../sidecars/scripts/lastDataChange';
import { CONFIG_MAP_FIELDS, VM_FIELDS } from './listedFields';

it('keeps the keys of a ConfigMap and when they changed, but no texts or labels', () => {
  const owner = (time: string, fieldsV1: Record<string, unknown>) => ({ manager: 'kubectl', time, fieldsV1 });
  const kept = project(
    {
      data: { 'a.sh': 'x' },
      metadata: {
        name: 'scripts',
        creationTimestamp: '2026-01-01T00:00:00Z',
        labels: { app: 'lab' },
        managedFields: [
          owner('2026-01-03T00:00:00Z', { 'f:data': { 'f:a.sh': {} } }),
          owner('2026-01-04T00:00:00Z', { 'f:metadata': { 'f:labels': { 'f:app': {} } } }),
        ],
      },
    },
    CONFIG_MAP_FIELDS,
  );
  expect(Object.keys(kept)).toEqual(['metadata']);
  expect(JSON.stringify(kept)).not.toContain('app');
  const configMap = kept as unknown as ConfigMap;
  expect([configMapKeys(configMap), lastDataChange(configMap)]).toEqual([['a.sh'], '2026-01-03T00:00:00Z']);
});

it('keeps the sources of a VM’s volumes, but no secrets', () => {
  const volumes = [
    { name: 'a', configMap: { name: 'scripts' } },
    { name: 'b', cloudInitNoCloud: { userData: 'password: secret' } },
    { name: 'c', containerDisk: { image: 'large' } },
  ];
  const vm = { metadata: { name: 'vm' }, spec: { template: { spec: { domain: { devices: {} }, volumes } } } };
  expect(project(vm, VM_FIELDS).spec).toEqual({
    template: {
      spec: {
        domain: { devices: {} },
        volumes: [
          { name: 'a', configMap: { name: 'scripts' } },
          { name: 'b', cloudInitNoCloud: {} },
          { name: 'c' },
        ],
      },
    },
  });
});

it('keeps what can give a VM hooks that are not in its template', () => {
  const annotations = { 'kubevirt.io/rawioSupport': 'disk1', other: 'x' };
  const spec = { preference: { name: 'hooked', revisionName: 'r' }, template: { metadata: { annotations } } };
  expect(project({ metadata: { name: 'vm' }, spec }, VM_FIELDS).spec).toEqual({
    preference: { name: 'hooked' },
    template: { metadata: { annotations: { 'kubevirt.io/rawioSupport': 'disk1' } } },
  });
});

it('keeps what says from what a VM is made', () => {
  const labels = { 'vm.kubevirt.io/template': 'base', 'vm.kubevirt.io/template.namespace': 'team' };
  const owner = { kind: 'VirtualMachinePool', name: 'pool', uid: 'u', controller: true };
  const metadata = {
    labels: { ...labels, app: 'web' },
    ownerReferences: [{ ...owner, blockOwnerDeletion: true }],
  };
  expect(project({ metadata }, VM_FIELDS)).toEqual({ metadata: { labels, ownerReferences: [owner] } });
});
