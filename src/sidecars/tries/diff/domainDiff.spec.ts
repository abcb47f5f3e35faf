import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domainDiff, isSame } from './domainDiff';

const recordings = resolve(import.meta.dirname, '../../../../../shared/data/domain-xml');

const domain = (inner: string): string => `<domain type="kvm">${inner}</domain>`;
const devices = (inner: string): string => domain(`<devices>${inner}</devices>`);
const disk = (target: string, inner = ''): string =>
  `<disk type="file"><target dev="${target}" bus="virtio"></target>${inner}</disk>`;

const changesOf = (before: string, after: string): string[] =>
  domainDiff(before, after).changes.map((change) => {
    const value = change.kind === 'attribute' ? ` @${change.attribute}` : '';
    const values =
      'before' in change ? ` ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}` : '';
    return `${change.kind} ${change.path}${value}${values}`;
  });

describe('the difference of domain XML', () => {
  it.each([
    ['quotes', '<a b="1"></a>', "<a b='1'></a>"],
    ['empty elements', '<a></a>', '<a/>'],
    ['the order of attributes', '<a b="1" c="2"/>', '<a c="2" b="1"/>'],
    ['the order of elements of different names', '<a/><b/>', '<b/><a/>'],
    ['blank text', '<a>\n\t<b/>\n</a>', '<a><b/></a>'],
    ['comments and CDATA', '<a>x<!-- c --></a>', '<a><![CDATA[x]]></a>'],
    ['character references', '<a b="&#34;&lt;"/>', "<a b='\"&#x3c;'/>"],
    [
      'prefixes',
      '<m><kubevirt xmlns="http://kubevirt.io"><uid/></kubevirt></m>',
      '<m><ns0:kubevirt xmlns:ns0="http://kubevirt.io"><ns0:uid/></ns0:kubevirt></m>',
    ],
  ])('does not count %s', (_what, before, after) => {
    const difference = domainDiff(domain(before), domain(after));
    expect(difference.changes).toEqual([]);
    expect(isSame(difference)).toBe(true);
  });

  it.each<[string, string, string, string[]]>([
    [
      'a new element',
      domain('<sysinfo><baseBoard></baseBoard></sysinfo>'),
      domain('<sysinfo><baseBoard><entry name="manufacturer">R</entry></baseBoard></sysinfo>'),
      ['added /domain/sysinfo/baseBoard/entry[name="manufacturer"]'],
    ],
    [
      'a second equal element',
      domain('<os><x/></os>'),
      domain('<os><x/><x/></os>'),
      ['added /domain/os/x[2]'],
    ],
    [
      'an attribute of the right disk',
      devices(disk('vda') + disk('vdb')),
      devices(disk('vdb', '<driver cache="unsafe"/>') + disk('vda')),
      [
        'moved /domain/devices/disk[target dev="vdb"]',
        'added /domain/devices/disk[target dev="vdb"]/driver',
      ].sort(),
    ],
    [
      'a removed disk, not all after it',
      devices(disk('vda') + disk('vdb') + disk('vdc')),
      devices(disk('vdb') + disk('vdc')),
      ['removed /domain/devices/disk[target dev="vda"]'],
    ],
    [
      'a disk by its alias although its target is another',
      devices('<disk><alias name="ua-root"/><target dev="vda"/></disk>'),
      devices('<disk><alias name="ua-root"/><target dev="sda"/></disk>'),
      ['attribute /domain/devices/disk[target dev="sda"]/target @dev "vda" → "sda"'],
    ],
    [
      'another disk in place of one',
      devices(disk('vda')),
      devices(disk('vdb')),
      ['removed /domain/devices/disk[target dev="vda"]', 'added /domain/devices/disk[target dev="vdb"]'],
    ],
    [
      'a text, a new and a missing attribute',
      domain('<name>a</name><clock offset="utc"/>'),
      domain('<name>b</name><clock zone="x"/>'),
      [
        'text /domain/name "a" → "b"',
        'attribute /domain/clock @offset "utc" → undefined',
        'attribute /domain/clock @zone undefined → "x"',
      ],
    ],
    [
      'the order of boot devices',
      domain('<os><boot dev="hd"/><boot dev="network"/></os>'),
      domain('<os><boot dev="network"/><boot dev="hd"/></os>'),
      ['moved /domain/os/boot[dev="network"]'],
    ],
    [
      'an argument of QEMU among equal ones',
      domain(
        '<q:commandline xmlns:q="http://libvirt.org/schemas/domain/qemu/1.0"><q:arg value="-device"/><q:arg value="a"/></q:commandline>',
      ),
      domain(
        '<q:commandline xmlns:q="http://libvirt.org/schemas/domain/qemu/1.0"><q:arg value="-device"/><q:arg value="a"/><q:arg value="-device"/><q:arg value="b"/></q:commandline>',
      ),
      [
        'added /domain/qemu:commandline/qemu:arg[value="-device"]',
        'added /domain/qemu:commandline/qemu:arg[value="b"]',
      ],
    ],
  ])('finds %s', (_what, before, after, expected) => {
    expect(changesOf(before, after).sort()).toEqual([...expected].sort());
  });

  it('shows what changed with the elements around it, in one spelling', () => {
    const before =
      '<domain>\n<os><a/></os><sysinfo type="x"><baseBoard></baseBoard><bios/></sysinfo></domain>';
    const after = `<domain><os><a/></os><sysinfo type='x'><baseBoard><entry name='m'>R</entry></baseBoard><bios/></sysinfo></domain>`;
    expect(
      domainDiff(before, after)
        .rows.filter(({ isShown }) => isShown)
        .map(({ kind, before: one, after: other }) => [kind, one, other]),
    ).toEqual([
      ['same', '<domain>', '<domain>'],
      ['same', '  <sysinfo type="x">', '  <sysinfo type="x">'],
      ['same', '    <baseBoard/>', '    <baseBoard>'],
      ['added', undefined, '      <entry name="m">R</entry>'],
      ['same', undefined, '    </baseBoard>'],
      ['same', '  </sysinfo>', '  </sysinfo>'],
      ['same', '</domain>', '</domain>'],
    ]);
  });

  it('compares lines where a text is not XML', () => {
    const difference = domainDiff('<domain>\n<a/>\n</domain>', '<domain>\n<a>\n</domain>');
    expect(difference.by).toBe('lines');
    expect(difference.rows.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['same', '<domain>', '<domain>'],
      ['changed', '<a/>', '<a>'],
      ['same', '</domain>', '</domain>'],
    ]);
  });

  it.skipIf(!existsSync(recordings))(
    'finds what the script of the guide changed, and nothing else (skipped: not in this tree)',
    () => {
      const recorded = (name: string): string => readFileSync(resolve(recordings, name), 'utf8');
      expect(changesOf(recorded('1-hook-input.xml'), recorded('2-hook-output-guide-script.xml'))).toEqual([
        'added /domain/sysinfo/baseBoard/entry[name="manufacturer"]',
      ]);
    },
  );

  it('finds one change among many equal siblings', () => {
    const many = (count: number): string => devices('<hub/>'.repeat(count) + disk('vda'));
    const { changes } = domainDiff(many(3_000), many(3_001));
    expect(changes).toHaveLength(1);
  });
});
