import { expect, it } from 'vitest';
import type { VirtualMachineInstance, VirtualMachineInstanceReplicaSet } from '../objects/resources';
import { ANNOTATION, BASE, deriver, makePod, makeVm, makeVmi } from './rowFixtures';

const REPLICA_SET = 'VirtualMachineInstanceReplicaSet';

it('lists instances without a VM and replica sets, if they have sidecars', () => {
  const ownedBy = (uid: string, vmi: VirtualMachineInstance): VirtualMachineInstance => ({
    ...vmi,
    metadata: {
      ...vmi.metadata,
      ownerReferences: [{ apiVersion: 'kubevirt.io/v1', kind: REPLICA_SET, name: 'set', uid }],
    },
  });
  const set = (name: string, annotation: string | undefined): VirtualMachineInstanceReplicaSet => ({
    ...makeVm(name, annotation),
    kind: REPLICA_SET,
    status: {},
  });
  const rows = deriver()({
    ...BASE,
    vms: [],
    replicaSets: [
      set('set', ANNOTATION),
      set('plain', undefined),
      set('idle', ANNOTATION),
      set('old', undefined),
    ],
    instances: [
      makeVmi('bare', ANNOTATION),
      makeVmi('plain-bare', undefined),
      ownedBy('vm-set', makeVmi('one', ANNOTATION)),
      ownedBy('vm-set', makeVmi('two', undefined)),
      ownedBy('vm-old', makeVmi('three', ANNOTATION)),
      ownedBy('vm-plain', makeVmi('four', undefined)),
    ],
    pods: [makePod('bare', '1', 1)],
  });
  expect(rows.map(({ vm, state }) => [vm.kind, vm.metadata.name, state?.kind])).toEqual([
    ['VirtualMachineInstance', 'bare', 'failing'],
    [REPLICA_SET, 'set', 'restartNeeded'],
    [REPLICA_SET, 'idle', 'appliesAtNextStart'],
    [REPLICA_SET, 'old', 'restartNeeded'],
  ]);
  // Its own annotation is the right place, unlike that of a VM.
  expect(rows[0]?.findings?.list.map(({ id }) => id)).toEqual([]);
});

it('lists an instance of a VM’s name only as that of the VM', () => {
  expect(deriver()({ ...BASE, instances: [makeVmi('a', ANNOTATION)] })).toHaveLength(3);
});
