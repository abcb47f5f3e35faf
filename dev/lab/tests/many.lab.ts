import { expect, it, vi } from 'vitest';
import { configMap, sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { GUIDE_SCRIPT } from '../../scenarios/scripts';
import { labProcesses } from '../processes';
import { labCluster, PATIENCE } from './labCluster';

const cluster = labCluster();

const names = Array.from({ length: 10 }, (_vm, index) => `vm-${index}`);
const guests = (): number => labProcesses(cluster().lab.folder).length - 1;

it('ten VMs run at once, each pod sees only its own domain, and they stop and start again', async () => {
  const { create, host, remove, running, virsh } = cluster();
  create(configMap('xmleditscript', { 'script.sh': GUIDE_SCRIPT }));
  create(...names.map((name) => virtualMachine(name, sidecar('xmleditscript'))));
  await Promise.all(names.map(running));
  expect(guests()).toBe(10);

  for (const name of names) {
    const { stdout } = await virsh(name, 'dumpxml', '1');
    expect(stdout).toContain(`<name>lab_${name}</name>`);
    expect((await virsh(name, 'list', '--name')).stdout.trim()).toBe(`lab_${name}`);
  }
  expect(await virsh('vm-0', 'dumpxml', 'lab_vm-1')).toMatchObject({
    code: 1,
    stderr: "error: failed to get domain 'lab_vm-1'\n",
  });
  expect(await virsh('vm-0', 'destroy', 'lab_vm-0')).toMatchObject({
    code: 1,
    stderr: "error: unknown command: 'destroy'\n",
  });

  await Promise.all(names.slice(1).map(remove));
  await vi.waitFor(() => {
    expect(guests()).toBe(1);
  }, PATIENCE);

  const first = (await virsh('vm-0', 'dumpxml', '1')).stdout;
  const { uid } = cluster().vmi('vm-0')?.metadata ?? {};
  host.store.delete('virtualmachineinstances', 'lab', 'vm-0');
  await vi.waitFor(() => {
    expect(cluster().vmi('vm-0')?.metadata.uid).not.toBe(uid);
  }, PATIENCE);
  await running('vm-0');
  const second = (await virsh('vm-0', 'dumpxml', '1')).stdout;
  expect(second).toContain('Radical Edward');
  expect(second).not.toBe(first);
});
