import { describe, expect, it, vi } from 'vitest';
import { configMap, sidecar, virtualMachine } from '../../cluster/kubevirt/testing/testCluster';
import { GUIDE_SCRIPT, memfdScript, serialScript, solidStateScript } from '../../scenarios/scripts';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../../src/sidecars/scripts/templates';
import { labCluster, PATIENCE } from './labCluster';

const cluster = labCluster();

/** Starts a VM with a script and returns the persistent XML that libvirt made of the script's output. */
const definedWith = async (name: string, script: string): Promise<string> => {
  const { create, running, virsh } = cluster();
  create(configMap(name, { 'script.sh': script }), virtualMachine(name, sidecar(name)));
  await running(name);
  const { code, stdout } = await virsh(name, 'dumpxml', '--inactive', `lab_${name}`);
  expect(code).toBe(0);
  return stdout;
};

describe('scripts that the project ships', () => {
  const manufacturer = "<entry name='manufacturer'>Radical Edward</entry>\n    </baseBoard>";
  it.each<[name: string, script: string, promised: string]>([
    ['guide', GUIDE_SCRIPT, manufacturer],
    ...SCRIPT_LANGUAGES.map((language): [string, string, string] => [
      `template-${language}`,
      scriptTemplate(language, 'onDefineDomain').text,
      manufacturer,
    ]),
    ['serial', serialScript, "<entry name='serial'>ACME-0042</entry>"],
    ['limits', solidStateScript, '<total_iops_sec>1000</total_iops_sec>'],
    ['memfd', memfdScript, "<memoryBacking>\n    <source type='memfd'/>\n    <access mode='shared'/>"],
  ])('%s: real libvirt takes it and has what it promises', async (name, script, promised) => {
    const xml = await definedWith(name, script);
    expect(xml.split(promised)).toHaveLength(2);
    await cluster().remove(name);
  });
});

describe('a script that breaks its domain', () => {
  const print = (text: string): string => `#!/bin/sh\nprintf '%s\\n' '${text}'\n`;
  const change = (from: string, to: string): string =>
    `#!/bin/sh\nprintf '%s\\n' "$4" | sed 's|${from}|${to}|'\n`;
  it.each([
    [
      'text-before',
      '#!/bin/sh\necho hello\nprintf "%s\\n" "$4"\n',
      String.raw`LibvirtError(Code=35, Domain=20, Message='(domain_definition):1: Start tag expected, '<' not found\nhello\n^')`,
    ],
    [
      'no-name',
      print('<domain type="kvm"><memory>1</memory><os><type>hvm</type></os></domain>'),
      `LibvirtError(Code=21, Domain=20, Message='missing name information')`,
    ],
    [
      'no-target',
      change('<target bus="virtio" dev="vda"></target>', ''),
      `LibvirtError(Code=20, Domain=20, Message='missing target information for device /var/run/kubevirt-ephemeral-disks/disk-data/root/disk.qcow2')`,
    ],
    [
      'bad-bus',
      change('bus="virtio"', 'bus="nvme2"'),
      String.raw`LibvirtError(Code=27, Domain=5, Message='XML error: Invalid value for attribute 'bus' in element 'target': 'nvme2'.')`,
    ],
    [
      'bad-machine',
      change('machine="q35"', 'machine="pc-q35-99.0"'),
      `LibvirtError(Code=67, Domain=10, Message='unsupported configuration: Emulator '/usr/bin/qemu-system-x86_64' does not support machine type 'pc-q35-99.0'')`,
    ],
    ['nothing', '#!/bin/sh\n', 'EOF'],
  ])("%s: libvirt's own error is the VM's", async (name, script, said) => {
    const { create, events, log, vmi } = cluster();
    create(configMap(name, { 'script.sh': script }), virtualMachine(name, sidecar(name)));
    const message = `server error. command SyncVMI failed: "${said}"`;
    await vi.waitFor(() => {
      const condition = vmi(name)?.status?.conditions?.find(({ type }) => type === 'Synchronized');
      expect(condition).toMatchObject({ reason: 'Synchronizing with the Domain failed.', message });
    }, PATIENCE);
    expect(events('SyncFailed').map((event) => event.message)).toContain(message);
    expect(log(name, 'compute')).toContain('Failed to sync vmi');
    await cluster().remove(name);
  });
});
