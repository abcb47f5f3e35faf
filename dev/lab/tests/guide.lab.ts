import { describe, expect, it, vi } from 'vitest';
import { configMap, sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { guideScript } from '../../scenarios/scripts';
import { labCluster, patience } from './labCluster';

const cluster = labCluster();

const agent = async (name: string, execute: string, more: object = {}): Promise<unknown> => {
  const command = JSON.stringify({ execute, ...more });
  const { code, stdout, stderr } = await cluster().virsh(name, 'qemu-agent-command', `lab_${name}`, command);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return (JSON.parse(stdout) as { return: unknown }).return;
};

/** Runs a program in the guest by its agent and answers what it printed. */
const inGuest = async (name: string, path: string, ...arg: string[]): Promise<string> => {
  const { pid } = (await agent(name, 'guest-exec', {
    arguments: { path, arg, 'capture-output': true },
  })) as { pid: number };
  return vi.waitFor(async () => {
    const status = (await agent(name, 'guest-exec-status', { arguments: { pid } })) as {
      exited: boolean;
      'out-data'?: string;
    };
    expect(status.exited).toBe(true);
    return Buffer.from(status['out-data'] ?? '', 'base64').toString('utf8');
  }, patience);
};

describe("the guide's example", () => {
  it('shows in the live XML and inside the guest', async () => {
    const { create, running, virsh } = cluster();
    create(
      configMap('xmleditscript', { 'script.sh': guideScript }),
      virtualMachine('example-vm', sidecar('xmleditscript')),
    );
    await running('example-vm');

    const { code, stdout } = await virsh('example-vm', 'dumpxml', '1');
    expect(code).toBe(0);
    expect(stdout).toContain(
      "    <baseBoard>\n      <entry name='manufacturer'>Radical Edward</entry>\n    </baseBoard>\n",
    );
    expect(await virsh('example-vm', 'dumpxml', 'lab_example-vm')).toEqual({ code, stdout, stderr: '' });

    await vi.waitFor(() => agent('example-vm', 'guest-ping'), patience);
    expect(await inGuest('example-vm', 'cat', '/sys/class/dmi/id/board_vendor')).toBe('Radical Edward\n');
    expect(await inGuest('example-vm', 'cat', '/cloud-init/user-data')).toBe('#cloud-config\n');
  });
});
