import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoredObject } from '../contract';
import { soon } from '../kubevirt/testing/hookedVm';
import { testCluster, type TestCluster } from '../kubevirt/testing/testCluster';
import { processTemplate } from './processTemplate';

const NAME = 'fedora-server-small';

let cluster: TestCluster;
beforeEach(() => {
  cluster = testCluster();
});
afterEach(async () => {
  await cluster.host.close();
});

const base = (): StoredObject | undefined => cluster.host.store.get('templates', 'openshift', NAME);

/** Lets SSP bring its base template. */
const deploy = async (): Promise<StoredObject> => {
  cluster.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'openshift' } });
  await soon(() => {
    expect(base()?.metadata.labels).toMatchObject({ 'template.kubevirt.io/type': 'base' });
  });
  const [deployed] = cluster.host.store.list('templates', 'openshift');
  if (deployed === undefined) {
    throw new Error('There is no base template');
  }
  return structuredClone(deployed);
};

it('writes back what belongs to it in a base template, and leaves the rest', async () => {
  const { objects, parameters } = await deploy();
  cluster.host.store.modify('templates', 'openshift', NAME, (draft) => {
    draft.objects = [];
    draft.parameters = [];
    draft.metadata.labels = { 'flavor.template.kubevirt.io/huge': 'true', team: 'a' };
    draft.metadata.annotations = { description: 'Mine', note: 'b' };
  });
  await soon(() => {
    expect(base()).toMatchObject({ objects, parameters });
  });
  expect(base()?.metadata.labels).toMatchObject({ 'template.kubevirt.io/type': 'base', team: 'a' });
  expect(base()?.metadata.labels).not.toHaveProperty(['flavor.template.kubevirt.io/huge']);
  expect(base()?.metadata.annotations).toMatchObject({
    description: expect.stringContaining('Fedora') as string,
    note: 'b',
  });
});

it('creates a deleted base template again, but leaves other templates alone', async () => {
  await deploy();
  cluster.host.store.create('templates', {
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'mine', namespace: 'openshift' },
    objects: [{ kind: 'Other' }],
  });
  cluster.host.store.delete('templates', 'openshift', NAME);
  await soon(() => {
    expect(base()).toBeDefined();
  });
  expect(cluster.host.store.get('templates', 'openshift', 'mine')?.objects).toEqual([{ kind: 'Other' }]);
});

it('has a base template of which a VM can be made', async () => {
  const { objects } = processTemplate(await deploy());
  const [vm] = objects as [StoredObject];
  cluster.host.createAdmitted('virtualmachines', {
    ...vm,
    metadata: { ...vm.metadata, namespace: 'lab' },
  });
  expect(vm.metadata.name).toMatch(/^fedora-[a-y0-8]{16}$/);
  await soon(() => {
    expect(cluster.vm(vm.metadata.name)?.status?.printableStatus).toBe('Stopped');
  });
});
