import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startCluster } from '../cluster/index';
import type { RunningCluster, StoredObject } from '../cluster/contract';
import { registerKubeVirt } from '../cluster/kubevirt/index';
import { soon } from '../cluster/kubevirt/testing/hookedVm';
import { QUICK } from '../cluster/kubevirt/testing/testCluster';
import { processTemplate } from '../cluster/openshift/processTemplate';
import type { Condition, ConfigMap, VirtualMachine } from '../../src/sidecars/objects/resources';
import { scaleObjects, scenarioObjects, scenarios } from './index';

let cluster: RunningCluster | undefined;
afterEach(async () => {
  await cluster?.close();
  cluster = undefined;
});

const play = async (name: string, kubeVirtVersion?: string): Promise<RunningCluster> => {
  const scenario = scenarios[name];
  if (scenario === undefined) {
    throw new Error(name);
  }
  const behaviours = [
    (host: RunningCluster['host']) => {
      const timing = { ...QUICK, hookCall: 4000, crashBackoff: 60_000, syncRetry: 5000 };
      registerKubeVirt(host, timing, { kubeVirtVersion });
    },
  ];
  cluster = await startCluster({ port: 0, objects: scenarioObjects(scenario, kubeVirtVersion), behaviours });
  scenario.play?.(cluster.host);
  return cluster;
};

const statuses = (): Record<string, string | undefined> =>
  Object.fromEntries(
    ((cluster?.host.store.list('virtualmachines') ?? []) as unknown as VirtualMachine[]).map((vm) => [
      vm.metadata.name,
      vm.status?.printableStatus,
    ]),
  );

it('demo shows VMs in every state', async () => {
  const { host } = await play('demo');
  await soon(() => {
    expect(statuses()).toEqual({
      'example-vm': 'Running',
      'web-frontend': 'Running',
      'web-canary': 'Stopped',
      'session-cache': 'Running',
      postgres: 'Running',
      mysql: 'Running',
      reporting: 'Starting',
      archive: 'Starting',
      kiosk: 'Running',
      'cad-workstation': 'Starting',
      'build-agent': 'Running',
      'training-room': 'CrashLoopBackOff',
      loaner: 'Stopped',
      'test-lab': 'Starting',
      'web-pool-0': 'Running',
      'web-pool-1': 'Running',
      'price-feed': 'Running',
      ledger: 'Running',
      'exam-room': 'Stopped',
    });
  });
  await soon(() => {
    const script: ConfigMap | undefined = host.store.get('configmaps', 'databases', 'night-limits');
    expect(script?.data?.['script.sh']).toContain('<total_iops_sec>250<');
  });
  const edited: VirtualMachine | undefined = host.store.get(
    'virtualmachines',
    'storefront',
    'session-cache',
  ) as VirtualMachine | undefined;
  expect(edited?.spec.template?.metadata?.annotations?.['hooks.kubevirt.io/hookSidecars']).toContain(
    'xmleditscript',
  );
});

it('demo has hooks from a pool and a preference, and VMs that Argo CD and a restore have made', async () => {
  const { host } = await play('demo');
  const hooks = 'hooks.kubevirt.io/hookSidecars';
  for (const [namespace, name] of [
    ['storefront', 'web-pool-0'],
    ['databases', 'ledger'],
  ]) {
    await soon(() => {
      const vmi = host.store.get('virtualmachineinstances', namespace, name ?? '');
      expect(vmi?.metadata.annotations).toHaveProperty([hooks]);
    });
  }
  const vm = (namespace: string, name: string): StoredObject | undefined =>
    host.store.get('virtualmachines', namespace, name);
  expect(JSON.stringify(vm('databases', 'ledger')?.spec)).not.toContain(hooks);
  expect(vm('storefront', 'price-feed')?.metadata).toMatchObject({
    annotations: {
      'argocd.argoproj.io/tracking-id': 'storefront:kubevirt.io/VirtualMachine:storefront/price-feed',
    },
    managedFields: [
      {
        manager: 'argocd-controller',
        fieldsV1: {
          'f:spec': { 'f:template': { 'f:metadata': { 'f:annotations': { [`f:${hooks}`]: {} } } } },
        },
      },
    ],
  });
  const restore = host.store.get('virtualmachinerestores', 'desktops', 'exam-room-from-exam-master');
  expect(vm('desktops', 'exam-room')?.metadata.annotations).toMatchObject({
    'restore.kubevirt.io/lastRestoreUID': `exam-room-from-exam-master-${restore?.metadata.uid ?? ''}`,
  });
  expect(host.store.get('configmaps', 'desktops', 'licence-serial')).toBeUndefined();
});

it('demo has templates of every sort, and a VM can be made of one with its hook', async () => {
  const { host } = await play('demo');
  await soon(() => {
    expect(host.store.list('templates').map(({ metadata }) => metadata.name)).toEqual([
      'classroom',
      'fedora-server-small',
      'shop-server',
      'shop-settings',
    ]);
  });
  expect(host.store.list('virtualmachinetemplates').map(({ metadata }) => metadata.name)).toEqual([
    'cache-node',
  ]);
  const [template] = host.store.list('templates', 'storefront');
  const objects = template === undefined ? [] : (processTemplate(template).objects as StoredObject[]);
  for (const { metadata, ...object } of [...objects].reverse()) {
    const plural = object.kind === 'VirtualMachine' ? 'virtualmachines' : 'configmaps';
    host.createAdmitted(plural, { ...object, metadata: { ...metadata, namespace: 'storefront' } });
  }
  const name = objects[0]?.metadata.name ?? '';
  await soon(() => {
    expect(statuses()[name]).toBe('Running');
  });
  const pod = host.store
    .list('pods')
    .find(({ metadata }) => metadata.labels?.['vm.kubevirt.io/name'] === name);
  expect(JSON.stringify(pod?.spec)).toContain(`"name":"${name}-disk-limits"`);
});

it.each([
  ['v1.9.0', ['v1alpha1', 'v1beta1']],
  ['v1.8.0', ['v1alpha1']],
  ['v1.7.0', []],
  ['v1.1.0', []],
])('demo as KubeVirt %s has a VirtualMachineTemplate in %j', async (version, versions) => {
  const { host } = await play('demo', version);
  const type = host.store.types().find(({ kind }) => kind === 'VirtualMachineTemplate');
  expect(type === undefined ? [] : [type.version, ...(type.alsoServedAs ?? [])]).toEqual(versions);
  expect(type === undefined ? [] : host.store.list(type.plural)).toHaveLength(versions.length === 0 ? 0 : 1);
});

it.each(['demo', 'failures', 'hostile'])(
  'every VM of %s has firmware, which kubevirt-plugin reads',
  async (name) => {
    const { host } = await play(name);
    const vms = host.store.list('virtualmachines') as unknown as VirtualMachine[];
    expect(vms.length).toBeGreaterThan(0);
    for (const vm of vms) {
      expect(vm.spec.template?.spec.domain.firmware, vm.metadata.name).toMatchObject({
        uuid: expect.any(String) as string,
      });
    }
  },
);

it('gate-off removes the gate and leaves the VM running', async () => {
  const { host } = await play('gate-off');
  await soon(() => {
    expect(JSON.stringify(host.store.list('kubevirts')[0]?.spec)).not.toContain('"Sidecar"');
  });
  expect(statuses()).toMatchObject({ 'still-running': 'Running', 'example-vm': 'Stopped' });
});

it('malformed-hco fails to reconcile', async () => {
  const { host } = await play('malformed-hco');
  await soon(() => {
    const status = host.store.list('hyperconvergeds')[0]?.status as { conditions?: Condition[] } | undefined;
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({ type: 'ReconcileComplete', status: 'False' }),
    );
  });
});

it.each(['empty', 'old-kubevirt', 'plain-kubevirt', 'failures'])('%s can be started', async (name) => {
  const { host } = await play(name);
  expect(host.store.list('kubevirts')).toHaveLength(1);
  expect(host.store.list('hyperconvergeds')).toHaveLength(scenarios[name]?.hco === true ? 1 : 0);
});

it('scale makes VMs of a realistic size, every second one with a sidecar', () => {
  const vms = scaleObjects(20).filter(({ kind }) => kind === 'VirtualMachine');
  expect(vms).toHaveLength(20);
  expect(vms.filter((vm) => JSON.stringify(vm).includes('hookSidecars'))).toHaveLength(10);
  for (const vm of vms) {
    const size = JSON.stringify(vm).length;
    expect(size).toBeGreaterThan(4300);
    expect(size).toBeLessThan(5200);
  }
});

it('docs/embedded.md lists every scenario in its own words', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/embedded.md'), 'utf8');
  const listed = [...page.matchAll(/^\| `([\w-]+)` +\| (.+?) +\|$/gm)].map(([, name, text]) => [name, text]);
  expect(listed).toEqual(Object.values(scenarios).map(({ name, description }) => [name, description]));
});
