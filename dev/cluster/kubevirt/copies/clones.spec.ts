import { beforeEach, expect, it } from 'vitest';
import { cloneOf, snapshotOf } from '../testing/copyObjects';
import { hookedVm, soon } from '../testing/hookedVm';
import { configMap, sidecar, virtualMachine } from '../testing/testCluster';
import { at, record } from '../untyped';
import { CLONES, LAST_RESTORE, RESTORES, SNAPSHOTS, type Clone } from './copies';

const HOOKED = sidecar('hook');
const HOOKS = 'hooks.kubevirt.io/hookSidecars';
const { cluster, startCluster } = hookedVm();

const clone = (): Clone | undefined => cluster().host.store.get(CLONES, 'lab', 'copy') as Clone | undefined;
const twin = (): ReturnType<ReturnType<typeof cluster>['vm']> => cluster().vm('twin');

const succeeded = (): Promise<void> =>
  soon(() => {
    expect(clone()?.status?.phase).toBe('Succeeded');
  });

beforeEach(() => {
  const vm = virtualMachine('vm', HOOKED, { runStrategy: 'Halted' });
  vm.metadata.labels = { team: 'blue' };
  vm.metadata.annotations = { owner: 'alice' };
  record(at(vm, 'spec', 'template', 'spec', 'domain')).firmware = { serial: 'S1', uuid: 'U1' };
  const domain = record(at(vm, 'spec', 'template', 'spec', 'domain', 'devices'));
  domain.interfaces = [{ name: 'default', masquerade: {}, macAddress: '02:00:00:00:00:01' }];
  startCluster().create(configMap('hook', { 'script.sh': '#!/bin/sh\nprintf %s "$4"\n' }), vm);
});

it('is a stopped VM with the same hooks and an identity of its own', async () => {
  cluster().create(cloneOf('vm'));
  await succeeded();
  const { uid = '' } = clone()?.metadata ?? {};
  expect(twin()).toMatchObject({
    metadata: {
      labels: { team: 'blue' },
      annotations: {
        owner: 'alice',
        [LAST_RESTORE]: expect.stringMatching(new RegExp(`^tmp-restore-${uid}-[-\\w]{36}$`)) as string,
      },
    },
    spec: { runStrategy: 'Halted', template: { metadata: { annotations: { [HOOKS]: HOOKED } } } },
  });
  expect(twin()?.metadata.ownerReferences).toBeUndefined();
  const spec = twin()?.spec.template?.spec;
  expect(at(spec?.domain, 'firmware')).toEqual({
    serial: expect.stringMatching(/^[\da-f-]{36}$/) as string,
    uuid: expect.stringMatching(/^[\da-f-]{36}$/) as string,
  });
  expect(spec?.domain.devices.interfaces).toEqual([{ name: 'default', masquerade: {} }]);

  expect(clone()?.status).toMatchObject({
    targetName: 'twin',
    conditions: [
      { type: 'Progressing', status: 'False', reason: 'Ready' },
      { type: 'Ready', status: 'True', reason: 'Ready' },
    ],
  });
  await soon(() => {
    const left = [SNAPSHOTS, RESTORES].flatMap((plural) => cluster().host.store.list(plural));
    expect(left).toEqual([]);
  });
  expect(cluster().events('TargetVMCreated')[0]?.message).toBe('created target VM twin for clone copy');

  cluster().host.store.delete('virtualmachines', 'lab', 'twin');
  await soon(() => {
    expect(clone()).toBeUndefined();
  });
});

it.each([
  [['*', '!hooks.kubevirt.io/*'], false],
  [['hooks.kubevirt.io/*'], true],
  [['!other/*'], false],
  [['*'], true],
  [[], false],
])('has the annotation of its template as the filters %j say', async (annotationFilters, kept) => {
  cluster().create(cloneOf('vm', { template: { annotationFilters } }));
  await succeeded();
  expect(Object.hasOwn(twin()?.spec.template?.metadata?.annotations ?? {}, HOOKS)).toBe(kept);
  expect(twin()?.metadata.annotations).toMatchObject({ owner: 'alice' });
});

it('has the labels and annotations of the VM as the filters say, but always the mark of its restore', async () => {
  cluster().create(cloneOf('vm', { annotationFilters: ['nothing'], labelFilters: ['*', '!team'] }));
  await succeeded();
  expect(twin()?.metadata.labels).toEqual({});
  expect(
    Object.keys(twin()?.metadata.annotations ?? {}).filter((name) => !name.startsWith('kubevirt.io/')),
  ).toEqual([LAST_RESTORE]);
});

it('can be made of a snapshot, which stays', async () => {
  cluster().create(snapshotOf('vm'));
  const source = { apiGroup: 'snapshot.kubevirt.io', kind: 'VirtualMachineSnapshot', name: 'before' };
  const newMacAddresses = { default: '02:00:00:00:00:02' };
  cluster().create(cloneOf('vm', { source, newMacAddresses, newSMBiosSerial: 'S2' }));
  await succeeded();
  const spec = twin()?.spec.template?.spec;
  expect(spec?.domain.devices.interfaces).toMatchObject([{ macAddress: '02:00:00:00:00:02' }]);
  expect(at(spec?.domain, 'firmware', 'serial')).toBe('S2');
  expect(
    cluster()
      .host.store.list(SNAPSHOTS)
      .map(({ metadata }) => metadata.name),
  ).toEqual(['before']);
});

it('waits for its source', async () => {
  cluster().create(cloneOf('later'));
  await soon(() => {
    expect(clone()?.status?.conditions).toMatchObject([
      { type: 'Progressing', status: 'False', reason: 'Pending' },
      { type: 'Ready', status: 'False', reason: 'Source doesnt exist: VirtualMachine lab/later' },
    ]);
  });
  cluster().create(virtualMachine('later', undefined, { runStrategy: 'Halted' }));
  await succeeded();
});
