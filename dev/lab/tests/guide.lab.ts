import { describe, expect, it, vi } from 'vitest';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../../src/sidecars/scripts/templates';
import type { StoredObject } from '../../cluster/contract';
import { configMap, sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { GUIDE_SCRIPT } from '../../scenarios/scripts';
import { askAgent, execCommand, inGuest } from './guestAgent';
import { labCluster, PATIENCE } from './labCluster';

const cluster = labCluster();

const withUserData = (vm: StoredObject, userData: string): StoredObject => {
  const { template } = vm.spec as { template: { spec: { volumes: Record<string, unknown>[] } } };
  template.spec.volumes = template.spec.volumes.map((volume) =>
    'cloudInitNoCloud' in volume ? { ...volume, cloudInitNoCloud: { userData } } : volume,
  );
  return vm;
};

describe("the guide's example", () => {
  it('shows in the live XML and inside the guest', async () => {
    const { create, running, virsh, remove } = cluster();
    create(
      configMap('xmleditscript', { 'script.sh': GUIDE_SCRIPT }),
      virtualMachine('example-vm', sidecar('xmleditscript')),
    );
    await running('example-vm');

    const { code, stdout } = await virsh('example-vm', 'dumpxml', '1');
    expect(code).toBe(0);
    expect(stdout).toContain(
      "    <baseBoard>\n      <entry name='manufacturer'>Radical Edward</entry>\n    </baseBoard>\n",
    );
    expect(await virsh('example-vm', 'dumpxml', 'lab_example-vm')).toEqual({ code, stdout, stderr: '' });

    expect(await inGuest(cluster(), 'example-vm', 'cat', '/sys/class/dmi/id/board_vendor')).toBe(
      'Radical Edward\n',
    );
    await remove('example-vm');
  });
});

describe('cloud-init data', () => {
  it('reaches the guest as the scripts made it', async () => {
    const { create, running, remove } = cluster();
    for (const language of SCRIPT_LANGUAGES) {
      create(
        configMap(language, { 'script.sh': scriptTemplate(language, 'preCloudInitIso').text }),
        virtualMachine(`init-${language}`, sidecar(language, {}, 'preCloudInitIso')),
      );
    }
    await Promise.all(SCRIPT_LANGUAGES.map((language) => running(`init-${language}`)));
    for (const language of SCRIPT_LANGUAGES) {
      expect(await inGuest(cluster(), `init-${language}`, 'cat', '/cloud-init/user-data')).toContain(
        '#cloud-config\nfinal_message: Prepared by a hook sidecar\n',
      );
      await remove(`init-${language}`);
    }
  });
});

describe('a guest agent that refuses a command', () => {
  it('answers with an error that the plugin recognizes', async () => {
    const { create, running } = cluster();
    create(
      withUserData(virtualMachine('blocked', undefined), '# qemu-ga: --block-rpcs=guest-exec'),
      withUserData(virtualMachine('absent', undefined), '# qemu-ga: off'),
      virtualMachine('plain', undefined),
    );
    await Promise.all(['blocked', 'absent', 'plain'].map(running));
    await inGuest(cluster(), 'plain', 'true');
    expect(await askAgent(cluster(), 'plain', execCommand('powershell.exe'))).toEqual({
      problem: 'noProgram',
    });
    await vi.waitFor(async () => {
      expect(await askAgent(cluster(), 'blocked', execCommand('true'))).toEqual({ problem: 'blocked' });
    }, PATIENCE);
    expect(await askAgent(cluster(), 'absent', execCommand('true'))).toEqual({ problem: 'absent' });
  });
});
