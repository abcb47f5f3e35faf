import { describe, expect, it } from 'vitest';
import { parseAsLibvirt } from '../cluster/kubevirt/domain/parseXml';
import { renderLibvirtXml } from '../cluster/kubevirt/domain/renderXml';
import { adaptDefinition, adaptForStart } from './hostAdaptation';

describe('a definition', () => {
  it.each([
    ['<domain type="kvm" xmlns:q="x">', '<domain type="qemu" xmlns:q="x">'],
    ["<domain xmlns:q='x' type='kvm'>", "<domain xmlns:q='x' type='qemu'>"],
    [
      '<type arch="x86_64" machine="pc-q35-rhel9.6.0">hvm</type>',
      '<type arch="x86_64" machine="q35">hvm</type>',
    ],
    ["<type machine='pc-i440fx-rhel7.6.0'>hvm</type>", "<type machine='pc'>hvm</type>"],
    ['<type machine="pc-q35-99.0">hvm</type>', '<type machine="pc-q35-99.0">hvm</type>'],
    ['no XML  at <all', 'no XML  at <all'],
  ])('%s becomes %s', (given, adapted) => {
    expect(adaptDefinition(given)).toBe(adapted);
  });
});

describe('what is started', () => {
  const start = (inner: string): ReturnType<typeof adaptForStart> & { xml: string } => {
    const domain = parseAsLibvirt(`<domain type='qemu'><name>d</name>${inner}</domain>`);
    const adapted = adaptForStart(domain, '/pod', { kernel: '/k', initrd: '/i' });
    return { ...adapted, xml: renderLibvirtXml(adapted.domain) };
  };

  it('boots the lab’s guest, unless the script set a kernel', () => {
    expect(start("<os><loader>/x</loader><nvram/><boot dev='hd'/></os>").xml).toContain(
      "<os>\n    <boot dev='hd'/>\n    <kernel>/k</kernel>\n    <initrd>/i</initrd>\n    <cmdline>console=ttyS0 quiet panic=-1</cmdline>\n  </os>",
    );
    expect(start('<os><kernel>/own</kernel></os>').xml).not.toContain('/k<');
  });

  it('has its own files instead of those of a pod', () => {
    const { xml, disks, paths } = start(
      "<devices><disk type='file'><driver type='qcow2'/><source file='/var/run/kubevirt-x/d.qcow2'/><backingStore/></disk><disk type='file'><source file='/data/own.img'/></disk><serial type='unix'><source path='/run/kubevirt/s'/></serial></devices>",
    );
    expect(disks).toEqual([
      { path: '/pod/var/run/kubevirt-x/d.qcow2', podPath: '/var/run/kubevirt-x/d.qcow2', format: 'qcow2' },
    ]);
    expect(paths).toEqual(['/pod/var/run/kubevirt-x/d.qcow2', '/pod/run/kubevirt/s']);
    expect(xml).toContain("<source file='/data/own.img'/>");
    expect(xml).not.toContain('backingStore');
  });

  it('has its own files instead of the empty disks that KubeVirt makes', () => {
    const file = '/var/run/libvirt/empty-disks/root.qcow2';
    expect(start(`<devices><disk type='file'><source file='${file}'/></disk></devices>`).disks).toEqual([
      { path: `/pod${file}`, podPath: file, format: 'raw' },
    ]);
  });

  it('has little memory, QEMU’s user network, and a CPU that can be emulated', () => {
    const { xml } = start(
      "<memory unit='KiB'>4194304</memory><currentMemory unit='KiB'>1024</currentMemory><cpu mode='host-passthrough' check='none'/><devices><interface type='ethernet'><mac address='02:00:00:00:00:01'/><target dev='tap0' managed='no'/><mtu size='1400'/></interface></devices>",
    );
    expect(xml).toContain(
      "<memory unit='KiB'>196608</memory>\n  <currentMemory unit='KiB'>1024</currentMemory>",
    );
    expect(xml).toContain("<cpu mode='maximum'/>");
    expect(xml).toContain(
      "<interface type='user'>\n      <mac address='02:00:00:00:00:01'/>\n    </interface>",
    );
  });
});
