import { describe, expect, it } from 'vitest';
import { domainDiff } from './diff/domainDiff';
import { nextInput } from './nextInput';
import { hasRecordedCalls, recordedInput } from './triesFixtures';

const call1 = recordedInput(1);
const call2 = recordedInput(2);

const QEMU = 'xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0"';
const domain = (inner: string): string => `<domain type="kvm" ${QEMU}>${inner}</domain>`;

const pathsOf = (before: string, after: string): string[] =>
  domainDiff(before, after).changes.map(({ kind, path }) => `${kind} ${path}`);

describe.skipIf(!hasRecordedCalls)('inputs of a recorded start (skipped: not in this tree)', () => {
  it('of call 2 is the same, but for what libvirt has added in between', () => {
    const changes = domainDiff(nextInput(2, call1, call1, 'v1.8.4'), call2).changes;
    // Addresses of PCI devices, implicit controllers and root ports, the emulator, and a pty turned into the same socket.
    const libvirts =
      /\/(?:emulator|address|controller\[type="(?:sata|pci)" index="\d+"\]|input\[[^\]]*\]|watchdog\[[^\]]*\])$|\/console\[[^\]]*\](?:\/source)?$/;
    expect(changes.map(({ path }) => path).filter((path) => !libvirts.test(path))).toEqual([]);
    expect(changes.map(({ kind }) => kind)).not.toContain('removed');
    expect(changes.map(({ kind }) => kind)).not.toContain('moved');
  });

  it('of call 2 is written as KubeVirt writes it', () => {
    const outside = (xml: string): string => xml.replace(/<devices>.*<\/devices>/s, '');
    expect(outside(nextInput(2, call1, call1, 'v1.8.4'))).toBe(outside(call2));
    const recordedInterface = /\t\t<interface.*?<\/interface>\n/s.exec(call2)?.[0] ?? 'none';
    expect(nextInput(2, call1, call1, 'v1.8.4')).toContain(recordedInterface);
  });

  it('of call 2 takes devices from the result, all else from the generated domain, and interfaces from there too', () => {
    const result = call1
      .replace('<baseBoard></baseBoard>', '<baseBoard><entry name="serial">1</entry></baseBoard>')
      .replace('</devices>', '<sound model="ich9"/></devices>')
      .replace('<mtu size="1500">', '<mtu size="9000">');
    expect(pathsOf(nextInput(2, call1, call1, 'v1.8.4'), nextInput(2, call1, result, 'v1.8.4'))).toEqual([
      'added /domain/devices/sound[model="ich9"]',
    ]);
  });

  it('of call 3 is that of call 2 but for the declaration', () => {
    expect(nextInput(3, call1, call2, 'v1.8.4')).toBe(call2.replace(` ${QEMU}`, ''));
  });
});

describe('the input of call 2', () => {
  it.each<[string, string, string, string]>([
    [
      'an attribute',
      'disk',
      '<disk device="disk" type="file"><source/><target bus="sata" dev="sda" rotation_rate="1"/></disk>',
      'rotation_rate',
    ],
    [
      'an element',
      'disk',
      '<disk device="disk" type="file"><source/><target bus="sata" dev="sda"/><wwn>5</wwn></disk>',
      'wwn',
    ],
    ['a device', 'devices', '<shmem name="s0"/>', 'shmem'],
  ])('loses %s that KubeVirt has no place for', (_what, _where, device, lost) => {
    const first = domain('<devices></devices>');
    expect(nextInput(2, first, domain(`<devices>${device}</devices>`), 'v1.9.0')).not.toContain(lost);
  });

  it.each([
    ['v1.5.0', false],
    ['v1.6.0', true],
    [undefined, true],
  ])('on KubeVirt %s has a panic device: %s', (version, isThere) => {
    const first = domain('<devices></devices>');
    const next = nextInput(2, first, domain('<devices><panic model="hyperv"/></devices>'), version);
    expect(next.includes('<panic')).toBe(isThere);
  });

  it('has the command line that KubeVirt generated', () => {
    const first = domain(
      '<devices></devices><qemu:commandline><qemu:arg value="-x"></qemu:arg></qemu:commandline>',
    );
    expect(nextInput(2, first, domain('<devices></devices>'), 'v1.8.4')).toContain('<qemu:arg value="-x">');
  });
});

describe('the input of call 3', () => {
  const result = domain(
    '<name>vm</name><os><type arch="x86_64">hvm</type></os><sysinfo type="smbios"><baseBoard><entry name="a">1</entry></baseBoard>' +
      '<oemStrings><entry>x</entry></oemStrings></sysinfo><devices><interface type="user"><mtu size="9000"/></interface></devices>' +
      '<qemu:commandline><qemu:arg value="-x"/></qemu:commandline>',
  );

  it('is the whole result, as far as KubeVirt has a place for it', () => {
    const next = nextInput(3, domain('<devices></devices>'), result, 'v1.8.4');
    expect(next).toContain('<entry name="a">1</entry>');
    expect(next).toContain('<mtu size="9000"></mtu>');
    expect(next).not.toMatch(/oemStrings|qemu:arg/);
  });

  it.each([
    // Go does not read the declaration of a prefix.
    ['v1.9.0', '<domain type="kvm">', false],
    ['v1.10.0', `<domain type="kvm" ${QEMU}>`, true],
  ])('on KubeVirt %s begins with %s', (version, start, hasCommandLine) => {
    const next = nextInput(3, domain('<devices></devices>'), result, version);
    expect(next.startsWith(`${start}\n`)).toBe(true);
    expect(next.includes('\t<qemu:commandline>\n\t\t<qemu:arg value="-x"></qemu:arg>')).toBe(hasCommandLine);
  });
});
