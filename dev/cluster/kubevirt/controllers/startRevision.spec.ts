import { afterEach, expect, it } from 'vitest';
import { soon } from '../testing/hookedVm';
import { testCluster, virtualMachine, type TestCluster } from '../testing/testCluster';
import { at, record } from '../untyped';
import { startedSpec } from './startRevision';

let cluster: TestCluster;
afterEach(() => cluster.host.close());

const revisions = (): string[] =>
  cluster.host.store.list('controllerrevisions', 'lab').map(({ metadata }) => metadata.name);

it('has what the VM was last started as, and nothing older', async () => {
  cluster = testCluster();
  cluster.create(virtualMachine('vm', undefined));
  const running = (generation: number): Promise<void> =>
    soon(() => {
      const { uid = '' } = cluster.vm('vm')?.metadata ?? {};
      expect(cluster.vmi('vm')?.status).toMatchObject({
        phase: 'Running',
        virtualMachineRevisionName: `revision-start-vm-${uid}-${generation}`,
      });
      expect(revisions()).toEqual([`revision-start-vm-${uid}-${generation}`]);
    });
  await running(1);
  cluster.host.store.modify('virtualmachines', 'lab', 'vm', (draft) => {
    record(at(draft, 'spec', 'template', 'metadata')).annotations = { note: 'new' };
  });
  const vmi = cluster.vmi('vm');
  expect(JSON.stringify(vmi && startedSpec(cluster.host.store, vmi))).not.toContain('note');
  cluster.host.store.delete('virtualmachineinstances', 'lab', 'vm');
  await running(2);
  cluster.host.store.delete('virtualmachines', 'lab', 'vm');
  await soon(() => {
    expect(revisions()).toEqual([]);
  });
});
