import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoredObject } from '../../contract';
import { apiCluster, type ApiAnswer, type ApiCluster } from '../testing/apiCluster';
import { cloneOf, restoreTo, snapshotOf } from '../testing/copyObjects';
import { at } from '../untyped';

const PATHS: Record<string, string> = {
  VirtualMachineSnapshot: 'apis/snapshot.kubevirt.io/v1beta1/virtualmachinesnapshots',
  VirtualMachineRestore: 'apis/snapshot.kubevirt.io/v1beta1/virtualmachinerestores',
  VirtualMachineClone: 'apis/clone.kubevirt.io/v1beta1/virtualmachineclones',
};

let api: ApiCluster;
beforeEach(async () => {
  api = await apiCluster([], { copyReconcile: 60_000 });
});
afterEach(() => api.cluster.close());

const create = (object: StoredObject): Promise<ApiAnswer> =>
  api.request('POST', PATHS[object.kind] ?? '', object);

const SNAPSHOT = 'virtualmachinesnapshot-validator.snapshot';
const RESTORE = 'virtualmachinerestore-validator.snapshot';
const CLONE = 'vm-clone-validator';
const VM = { apiGroup: 'kubevirt.io', kind: 'VirtualMachine' };

it.each<[string, StoredObject, string]>([
  [
    SNAPSHOT,
    { ...snapshotOf('vm'), spec: { source: { kind: 'VirtualMachine', name: 'vm' } } },
    'missing apiGroup',
  ],
  [RESTORE, restoreTo('vm', { target: { ...VM, apiGroup: 'apps', name: 'vm' } }), 'invalid apiGroup'],
  [RESTORE, restoreTo('vm', { target: { ...VM, kind: 'Pod', name: 'vm' } }), 'invalid kind'],
  [CLONE, cloneOf('vm', { source: { ...VM, kind: 'Pod', name: 'vm' } }), 'Source kind is not supported'],
  [
    CLONE,
    cloneOf('vm', { target: { ...VM, name: 'vm' } }),
    'Target name cannot be equal to source name when both are VirtualMachines',
  ],
  [
    CLONE,
    cloneOf('vm', { template: { annotationFilters: ['*.kubevirt.io/x'] } }),
    'spec.template.annotations filter *.kubevirt.io/x is invalid: cannot contain a wildcard character (*); FilterRules: WildcardChar can be only at the end of the filter',
  ],
  [CLONE, cloneOf('vm', { labelFilters: ['!'] }), 'a negation character is not a valid filter'],
])('%s refuses %j', async (webhook, object, message) => {
  expect((await create(object)).body.message).toBe(
    `admission webhook "${webhook}.kubevirt.io" denied the request: ${message}`,
  );
});

it('names a target that has no name', async () => {
  const { body } = await create(cloneOf('vm', { target: undefined }));
  expect(at(body, 'spec', 'target')).toEqual({
    ...VM,
    name: expect.stringMatching(/^clone-vm-\w{5}$/) as string,
  });
});

it('refuses a second restore of the same VM, and changes', async () => {
  await create(restoreTo('vm'));
  const second = restoreTo('vm');
  second.metadata.name = 'again';
  expect((await create(second)).body.message).toContain('VirtualMachineRestore "back" in progress');
  const changed = await api.request('PATCH', `${PATHS.VirtualMachineRestore ?? ''}/back`, {
    spec: { virtualMachineSnapshotName: 'other' },
  });
  expect(changed.body.message).toContain('spec in immutable after creation');
});

it('refuses all of them while the gate of snapshots is off', async () => {
  api.cluster.host.store.modify('kubevirts', 'kubevirt', 'kubevirt', (draft) => {
    draft.spec = { configuration: { developerConfiguration: { disabledFeatureGates: ['Snapshot'] } } };
  });
  const answers = [
    await create(snapshotOf('vm')),
    await create(restoreTo('vm')),
    await create(cloneOf('vm')),
  ];
  expect(answers.map(({ code, body }) => [code, body.message])).toEqual([
    [
      400,
      `admission webhook "${SNAPSHOT}.kubevirt.io" denied the request: snapshot feature gate not enabled`,
    ],
    [
      400,
      `admission webhook "${RESTORE}.kubevirt.io" denied the request: Snapshot/Restore feature gate not enabled`,
    ],
    [
      400,
      `admission webhook "${CLONE}.kubevirt.io" denied the request: snapshot feature gate is not enabled`,
    ],
  ]);
});
