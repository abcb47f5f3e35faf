import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { soon } from '../testing/hookedVm';
import { configMap, sidecar, testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { at, record } from '../untyped';
import { CONTROLLER_REVISIONS } from '../controllerRevisions';

const hooks = 'hooks.kubevirt.io/hookSidecars';

let cluster: TestCluster;
beforeEach(() => {
  cluster = testCluster({}, { kubeVirtVersion: 'v1.8.4' });
  cluster.create(
    configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }),
    source('VirtualMachineClusterPreference', 'hooked', { annotations: { [hooks]: sidecar('hook') } }),
  );
});
afterEach(() => cluster.host.close());

const source = (kind: string, name: string, spec: Record<string, unknown>): StoredObject => ({
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind,
  metadata: kind.startsWith('VirtualMachineCluster') ? { name } : { name, namespace: 'lab' },
  spec,
});

const machine = (more: Record<string, unknown>, annotation?: string): StoredObject => {
  const vm = virtualMachine('vm', annotation);
  Object.assign(record(vm.spec), more);
  return vm;
};

const admit = (object: StoredObject): StoredObject | undefined => {
  const type = cluster.host.store.findType('kubevirt.io', 'v1', 'virtualmachines');
  if (type === undefined) {
    throw new Error('VMs are not served');
  }
  return cluster.host.admit({
    operation: 'CREATE',
    type,
    namespace: 'lab',
    name: 'vm',
    object,
    oldObject: undefined,
    user: { name: 'admin', groups: [] },
    dryRun: false,
  });
};

const running = (): Promise<void> =>
  soon(() => {
    expect(cluster.vmi('vm')?.status?.phase).toBe('Running');
  });

const expanded = async (): Promise<VirtualMachine> => {
  const handler = cluster.host.findSubresource('subresources.kubevirt.io', 'virtualmachines', 'expand-spec');
  if (handler === undefined) {
    throw new Error('expand-spec is not served');
  }
  const answer = await handler({
    namespace: 'lab',
    name: 'vm',
    subresource: 'expand-spec',
    method: 'GET',
    body: undefined,
    query: new URLSearchParams(),
    user: { name: 'admin', groups: [] },
  });
  return answer.body as VirtualMachine;
};

describe('a preference with the hook annotation', () => {
  it('gives hooks to a VM that names it, at every start, and expand-spec says so', async () => {
    cluster.create(machine({ preference: { name: 'hooked' } }));
    await running();
    expect(cluster.vmi('vm')?.metadata.annotations).toMatchObject({
      [hooks]: sidecar('hook'),
      'kubevirt.io/cluster-preference-name': 'hooked',
    });
    expect(cluster.pod('vm')?.spec.containers.map(({ name }) => name)).toContain('hook-sidecar-0');
    const vm = cluster.vm('vm');
    expect(vm?.spec.template?.metadata?.annotations).toEqual({});
    expect(vm?.status?.conditions?.map(({ type }) => type)).not.toContain('RestartRequired');
    const { spec } = await expanded();
    expect(spec.template?.metadata?.annotations).toEqual({ [hooks]: sidecar('hook') });
    expect(spec).not.toHaveProperty('preference');
  });

  it('is refused with a VM while the gate is off', () => {
    cluster.host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
      record(at(draft, 'spec', 'configuration', 'developerConfiguration')).featureGates = [];
    });
    expect(() => admit(machine({ preference: { name: 'hooked' } }))).toThrow(
      'sidecar feature gate is not enabled in kubevirt-config',
    );
  });

  it('gives nothing any more to a VM that names it no longer', async () => {
    cluster.create(machine({ preference: { name: 'hooked' } }));
    await running();
    cluster.host.store.modify('virtualmachines', 'lab', 'vm', (draft) => {
      delete record(draft.spec).preference;
    });
    await soon(() => {
      expect(cluster.vm('vm')?.status).not.toHaveProperty('preferenceRef');
    });
    expect((await expanded()).spec.template?.metadata?.annotations).toEqual({});
  });

  it('yields to what the VM says itself', async () => {
    const own = sidecar('hook', {}, 'preCloudInitIso');
    cluster.create(machine({ preference: { name: 'hooked' } }, own));
    await running();
    expect(cluster.vmi('vm')?.metadata.annotations?.[hooks]).toBe(own);
  });

  it('is stored for a VM in the version that the VM first used', async () => {
    cluster.create(machine({ preference: { name: 'hooked' } }));
    await running();
    cluster.host.store.modify('virtualmachineclusterpreferences', undefined, 'hooked', (draft) => {
      draft.spec = {};
    });
    const name = at(cluster.vm('vm')?.status, 'preferenceRef', 'controllerRevisionRef', 'name');
    expect(
      cluster.host.store.list(CONTROLLER_REVISIONS, 'lab').map(({ metadata }) => metadata.name),
    ).toContain(name);
    expect((await expanded()).spec.template?.metadata?.annotations).toHaveProperty([hooks]);
  });
});

describe('an instance type', () => {
  const small = { cpu: { guest: 2 }, memory: { guest: '128Mi' }, annotations: { [hooks]: sidecar('hook') } };
  const byType = { instancetype: { name: 'small', kind: 'VirtualMachineInstancetype' } };

  it('gives processors, memory and annotations', async () => {
    cluster.create(source('VirtualMachineInstancetype', 'small', small));
    const vm = machine(byType);
    delete record(at(vm, 'spec', 'template', 'spec', 'domain')).memory;
    cluster.create(vm);
    await running();
    expect(cluster.vmi('vm')).toMatchObject({
      metadata: { annotations: { [hooks]: sidecar('hook'), 'kubevirt.io/instancetype-name': 'small' } },
      spec: { domain: { cpu: { sockets: 2, cores: 1, threads: 1 }, memory: { guest: '128Mi' } } },
    });
  });

  it('is refused to a VM that says something else', () => {
    cluster.create(source('VirtualMachineInstancetype', 'small', small));
    expect(() => admit(machine(byType, '[]'))).toThrow(
      `VM field(s) spec.template.spec.domain.memory, annotations.${hooks} conflicts with selected instance type`,
    );
  });

  it('must be there', () => {
    expect(() => admit(machine({ instancetype: { name: 'none' } }))).toThrow(
      'Failure to find instancetype: virtualmachineclusterinstancetypes.instancetype.kubevirt.io "none" not found',
    );
  });
});
