import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { discoverModels } from '../../../dev/console/host/store/discovery';
import { createHostStore } from '../../../dev/console/host/store/store';
import { hookScript, namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { configMapSidecar } from '../../sidecars/annotation/sidecar';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { countGroups } from '../../sidecars/plans/bulk/bulkRow';
import { connectToCluster } from '../../testing/clusterTransport';
import { faultsOf } from '../../testing/faultsOf';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { createBulkRun, type BulkInput, type BulkRun } from './bulkRun';

const PLACES = ['blue', 'green'];
const names = ['vm-0', 'vm-1', 'vm-2', 'vm-3'];

let cluster: RunningCluster;
beforeEach(async () => {
  cluster = await startKubeVirtCluster([
    ...PLACES.map(namespace),
    hookScript('blue', 'tuning', '#!/bin/sh'),
    ...PLACES.flatMap((place) => names.map((name) => virtualMachine(place, name, { runStrategy: 'Halted' }))),
  ]);
  connectToCluster(cluster, 'admin');
  const store = createHostStore();
  storeHandler.setStore(store);
  await store.dispatch(discoverModels());
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await cluster.close();
});

const vms = (): VirtualMachine[] => cluster.host.store.list('virtualmachines') as unknown as VirtualMachine[];
const attached = (): string[] =>
  vms().flatMap((vm) =>
    sidecarsOfVm(vm).map(
      ({ configMap }) => `${vm.metadata.namespace ?? ''}/${vm.metadata.name} ${configMap?.name ?? ''}`,
    ),
  );
const source = (): ConfigMap =>
  cluster.host.store.get('configmaps', 'blue', 'tuning') as unknown as ConfigMap;

const attach = (more: Partial<BulkInput> = {}, withCopies = true): BulkRun =>
  createBulkRun({
    targets: vms().map(({ metadata: { uid = '', namespace: place = '', name } }) => ({
      uid,
      namespace: place,
      name,
    })),
    action: { kind: 'attach', sidecar: configMapSidecar('tuning', 'script.sh', 'onDefineDomain') },
    script: { source: source(), key: 'script.sh', name: 'tuning', withCopies },
    context: { kubevirtVersion: 'v1.9.0', gate: { enabled: true }, withManaged: false },
    ...more,
  });

const changeByOther = (place: string, name: string): void => {
  cluster.host.store.modify('virtualmachines', place, name, (draft) => {
    const { template } = (draft as unknown as VirtualMachine).spec;
    if (template !== undefined) {
      template.metadata = { ...template.metadata, annotations: { theirs: 'yes' } };
    }
  });
};

it('reviews without writing, and then attaches to each VM and copies the script once', async () => {
  const run = attach();
  await run.review(['waiting']);
  expect(countGroups(run.read().rows).ready).toBe(8);
  expect(run.read().scripts.get('green')?.kind).toBe('copy');
  expect(attached()).toEqual([]);
  expect(cluster.host.store.get('configmaps', 'green', 'tuning')).toBeUndefined();

  await run.run();
  expect(countGroups(run.read().rows).done).toBe(8);
  expect(attached()).toHaveLength(8);
  expect(cluster.host.store.get('configmaps', 'green', 'tuning')).toMatchObject({ data: source().data });
});

it('leaves out VMs where the script is missing and may not be copied', async () => {
  const run = attach({}, false);
  await run.review(['waiting']);
  expect(countGroups(run.read().rows)).toMatchObject({ ready: 4, cannot: 4 });
  await run.run();
  expect(attached().every((text) => text.startsWith('blue/'))).toBe(true);
});

it('reports what the cluster would refuse, before anything is written', async () => {
  vi.unstubAllGlobals();
  connectToCluster(cluster, 'viewer');
  const run = attach();
  await run.review(['waiting']);
  expect(run.read().rows.every(({ status }) => status.kind === 'refused')).toBe(true);
  await run.run();
  expect(attached()).toEqual([]);
});

it('reports conflicts and failures per VM, and repeats only these', async () => {
  const run = attach();
  await run.review(['waiting']);
  changeByOther('blue', 'vm-1');
  const faults = faultsOf(cluster);
  await faults.add({
    method: 'PATCH',
    path: '/virtualmachines/vm-2',
    count: 1,
    fault: { kind: 'answer', code: 500 },
  });
  await faults.add({
    method: 'PATCH',
    path: '/virtualmachines/vm-3',
    count: 1,
    fault: { kind: 'answer', code: 429, retryAfterSeconds: 1 },
  });
  await run.run();
  const kinds = run.read().rows.map(({ status }) => status.kind);
  expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'failed')).toHaveLength(1);
  expect(attached()).toHaveLength(6);

  await run.run(['conflict', 'failed']);
  expect(countGroups(run.read().rows).done).toBe(8);
  expect(attached()).toHaveLength(8);
  expect(
    vms().find(({ metadata }) => metadata.namespace === 'blue' && metadata.name === 'vm-1')?.spec.template
      ?.metadata?.annotations,
  ).toMatchObject({ theirs: 'yes' });
});

it('changes no VM in a namespace that refuses the copy', async () => {
  const run = attach();
  await run.review(['waiting']);
  const faults = faultsOf(cluster);
  await faults.add({ method: 'POST', path: 'green/configmaps', fault: { kind: 'answer', code: 403 } });
  await run.run();
  expect(countGroups(run.read().rows)).toMatchObject({ done: 4, failed: 4 });
  expect(attached().every((text) => text.startsWith('blue/'))).toBe(true);
});

it('stops between two VMs, and continues later', async () => {
  const run = attach();
  await run.review(['waiting']);
  const running = run.run();
  run.stop();
  await running;
  expect(countGroups(run.read().rows).ready).toBe(8);
  expect(attached()).toEqual([]);
  await run.run();
  expect(attached()).toHaveLength(8);
});

it('does not touch another VM with the same name', async () => {
  const run = attach();
  await run.review(['waiting']);
  const { store } = cluster.host;
  store.delete('virtualmachines', 'blue', 'vm-0');
  await expect.poll(() => store.get('virtualmachines', 'blue', 'vm-0')).toBeUndefined();
  store.create('virtualmachines', virtualMachine('blue', 'vm-0', { runStrategy: 'Halted' }));
  await run.run();
  expect(countGroups(run.read().rows)).toMatchObject({ done: 7, failed: 1 });
  await run.run(['conflict']);
  expect(run.read().rows.some(({ status }) => status.kind === 'gone')).toBe(true);
  expect(attached()).toHaveLength(7);
});
