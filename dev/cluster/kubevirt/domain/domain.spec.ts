import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineDomain } from './defineDomain';
import { throughDomainSpec } from './kubeVirtSchema';
import type { LibvirtHost } from './libvirtHost';
import { liveDomain } from './liveDomain';
import { parseAsKubeVirt, parseAsLibvirt } from './parseXml';
import { renderGoXml, renderLibvirtXml } from './renderXml';
import { element, type XmlElement } from './xmlTree';

const host: LibvirtHost = {
  emulator: '/usr/bin/qemu-system-x86_64',
  machines: { q35: 'pc-q35-7.2' },
  channelDir: (id, name) => `/var/lib/libvirt/qemu/channel/target/domain-${id}-${name}`,
  hostCpu: { model: 'EPYC', vendor: 'AMD', features: ['hypervisor'] },
  owner: '+0:+0',
};

const domain = (inner: string, attributes = 'type="kvm"'): string =>
  `<domain ${attributes}><name>d</name><memory unit="b">1048576</memory><os><type arch="x86_64" machine="q35">hvm</type></os>${inner}</domain>`;
const inactive = (inner: string, attributes?: string): string =>
  renderLibvirtXml(defineDomain(parseAsLibvirt(domain(inner, attributes)), host));

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/domain-xml');
const read = (name: string): string => readFileSync(resolve(recordings, name), 'utf8');
/** libvirt invents MAC addresses; everything else must be equal. */
const withoutMac = (xml: string): string => xml.replace(/<mac address='[^']*'\/>/, '<mac/>').trimEnd();

describe.skipIf(!existsSync(recordings))('recordings of real libvirt (skipped: not in this tree)', () => {
  it('the same definition prints the same', () => {
    const defined = defineDomain(parseAsLibvirt(read('2-hook-output-guide-script.xml')), host);
    expect(withoutMac(renderLibvirtXml(defined))).toBe(withoutMac(read('4-virsh-dumpxml-inactive.xml')));
    expect(withoutMac(renderLibvirtXml(liveDomain(defined, 1, host)))).toBe(
      withoutMac(read('3-virsh-dumpxml.xml')),
    );
  });

  it("KubeVirt's own test data goes through its DomainSpec without other change than the lost namespace", () => {
    const golden = read('kubevirt-converter-x86_64.xml').trimEnd();
    expect(renderGoXml(throughDomainSpec(parseAsKubeVirt(golden)), '  ')).toBe(
      golden.replace(' xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0"', ''),
    );
  });
});

describe("KubeVirt's DomainSpec", () => {
  it.each([
    [
      '<cpu mode="host-model"><cache mode="passthrough"/><maxphysaddr mode="passthrough"/></cpu>',
      '<cpu mode="host-model"></cpu>',
    ],
    ['<features><acpi/><ioapic driver="kvm"/></features>', '<features>\n<acpi></acpi>\n</features>'],
    [
      '<devices><sound model="ich9"><codec type="duplex"/></sound></devices>',
      '<devices>\n<sound model="ich9"></sound>\n</devices>',
    ],
    [
      '<devices><disk type="file" rawio="yes"><wwn>1</wwn><driver name="qemu" ats="on"/></disk></devices>',
      '<devices>\n<disk type="file">\n<driver name="qemu"></driver>\n</disk>\n</devices>',
    ],
    [
      '<devices><interface type="ethernet"><driver name="vhost" rx_queue_size="256"/></interface></devices>',
      '<devices>\n<interface type="ethernet">\n<driver name="vhost"></driver>\n</interface>\n</devices>',
    ],
  ])('of %s keeps what it knows', (given, kept) => {
    const written = throughDomainSpec(parseAsKubeVirt(`<domain>${given}</domain>`));
    expect(renderGoXml(written, '')).toContain(kept);
  });

  it('finds its metadata under any prefix and writes it without one', () => {
    const written = throughDomainSpec(
      parseAsKubeVirt(
        '<domain xmlns:k="http://kubevirt.io"><metadata><k:kubevirt><k:uid>1</k:uid></k:kubevirt><other/></metadata></domain>',
      ),
    );
    expect(renderGoXml(written, '')).toContain(
      '<metadata>\n<kubevirt xmlns="http://kubevirt.io">\n<uid>1</uid>\n</kubevirt>\n</metadata>',
    );
  });
});

describe('libvirt', () => {
  // Seen on libvirt 9.0.
  it('declares in the metadata the prefixes that the domain declared', () => {
    const xml = inactive(
      '<metadata><k:kubevirt><k:uid>1</k:uid></k:kubevirt></metadata>',
      ' xmlns:k="http://kubevirt.io" xmlns:other="urn:other"',
    );
    expect(xml).toContain(
      '<metadata xmlns:k="http://kubevirt.io">\n    <k:kubevirt>\n      <k:uid>1</k:uid>\n    </k:kubevirt>\n  </metadata>',
    );
    expect(xml).not.toContain('urn:other');
  });

  it('preserves known elements that hooks add, and drops unknown ones', () => {
    const xml = inactive(
      '<memoryBacking><source type="memfd"/></memoryBacking><nonsense/><devices><disk type="file" device="disk"><target dev="vda" bus="virtio"/><iotune><total_iops_sec>5</total_iops_sec></iotune><wwn>5000c500155a3456</wwn></disk><gadget/></devices>',
    );
    expect(xml).toContain("  <memoryBacking>\n    <source type='memfd'/>\n  </memoryBacking>");
    expect(xml).toMatch(
      /<target dev='vda' bus='virtio'\/>\s+<iotune>\s+<total_iops_sec>5<\/total_iops_sec>\s+<\/iotune>\s+<wwn>/,
    );
    expect(xml).not.toMatch(/nonsense|gadget/);
  });

  it('prints arguments for QEMU under its own prefix, whichever the script used', () => {
    const xml = inactive(
      '<ns1:commandline><ns1:arg value="-s"/></ns1:commandline>',
      'type="kvm" xmlns:ns1="http://libvirt.org/schemas/domain/qemu/1.0"',
    );
    expect(xml).toMatch(/^<domain type='kvm' xmlns:qemu='http:\/\/libvirt.org\/schemas\/domain\/qemu\/1.0'>/);
    expect(xml).toContain(
      "  <qemu:commandline>\n    <qemu:arg value='-s'/>\n  </qemu:commandline>\n</domain>",
    );
  });

  it('ignores aliases that are not the user’s', () => {
    const disk = (alias: string): string =>
      inactive(
        `<devices><disk type="file"><target dev="vda" bus="virtio"/><alias name="${alias}"/></disk></devices>`,
      );
    expect(disk('ua-root')).toContain("<alias name='ua-root'/>");
    expect(disk('root')).not.toContain('alias');
  });

  it.each([
    ['<domain>\n<name>', '(domain_definition):2: Premature end of data in tag name line 2'],
    ['hello', "(domain_definition):1: Start tag expected, '<' not found"],
    ['<domain></domain>x', '(domain_definition):1: Extra content at the end of the document'],
    ['<domain><a></b></domain>', '(domain_definition):1: Opening and ending tag mismatch: a line 1 and b'],
    ['<domain a=1/>', '(domain_definition):1: AttValue: " or \' expected'],
    // Recorded from virsh 9.0.
    [
      '<domain type="test">\n  <name>x</nam>\n</domain>',
      '(domain_definition):2: Opening and ending tag mismatch: name line 2 and nam\n  <name>x</nam>\n---------------^',
    ],
    [
      '<domain type="test"\n  type="a">\n</domain>',
      '(domain_definition):2: Attribute type redefined\n  type="a">\n----------^',
    ],
    [
      '<domain>\n  <name a="1" a="2">x</nam>\n</domain>',
      '(domain_definition):2: Attribute a redefined\n  <name a="1" a="2">x</nam>\n-------------------^',
    ],
  ])('says of %j: %s', (text, message) => {
    expect(() => parseAsLibvirt(text)).toThrow(message);
  });
});

it('KubeVirt takes the last of an attribute that is there twice', () => {
  expect(parseAsKubeVirt('<domain type="a" type="b"/>').attributes).toEqual({ type: 'b' });
});

describe('XML', () => {
  const names = fc.constantFrom('name', 'os', 'disk', 'entry', 'a-b', 'x.y');
  const text = fc
    .string({ minLength: 1 })
    .filter((value) => value.trim() !== '' && !/[^\x20-\x7e]/.test(value));
  const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.record({
        name: names,
        attributes: fc.dictionary(names, text, { maxKeys: 3, noNullPrototype: true }),
        children: text.map((value) => [value]),
      }),
      fc.record({
        name: names,
        attributes: fc.dictionary(names, text, { maxKeys: 3, noNullPrototype: true }),
        children: fc.array(tie('tree'), { maxLength: 4 }),
      }),
    ),
  }));
  const withoutIndent = (node: XmlElement): XmlElement => ({
    ...node,
    children: node.children.some((item) => typeof item !== 'string')
      ? node.children.flatMap((item) => (typeof item === 'string' ? [] : [withoutIndent(item)]))
      : node.children,
  });

  it('that was rendered reads back as it was, both ways', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (children) => {
        const root = element('domain', { type: 'kvm' }, children);
        expect(withoutIndent(parseAsKubeVirt(renderGoXml(root)))).toEqual(root);
        expect(withoutIndent(parseAsLibvirt(renderLibvirtXml(root)))).toEqual(root);
      }),
    );
  });

  it('of any kind is read or refused, never anything else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'a', ' ', '"', '=', '&', ';', '!', '-', '\n') }),
        (value) => {
          try {
            expect(parseAsKubeVirt(`<domain>${value}</domain>`).name).toBe('domain');
          } catch (error) {
            expect((error as Error).message).toMatch(
              /^(EOF|XML syntax error on line \d+: .+|expected element type .+)$/,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
