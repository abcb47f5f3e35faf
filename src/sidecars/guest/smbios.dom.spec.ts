import { expect, it } from 'vitest';
import { readDomain } from '../domainXml/parsedDomain';
import { compareSmbios } from './smbios';

const xml = `<domain type='kvm'>
  <name>d</name>
  <sysinfo type='smbios'>
    <system>
      <entry name='manufacturer'>Red Hat</entry>
      <entry name='uuid'>71C11341-7145-58da-9f6e-74034f128814</entry>
      <entry name='serial'>S1</entry>
    </system>
    <baseBoard>
      <entry name='manufacturer'>Radical Edward</entry>
      <entry name='location'>rack</entry>
    </baseBoard>
    <oemStrings><entry>x</entry></oemStrings>
  </sysinfo>
</domain>`;

it('compares every entry that a guest can see, the baseboard first', () => {
  const guest = new Map([
    ['board_vendor', 'Radical Edward'],
    ['sys_vendor', 'QEMU'],
    ['product_uuid', '71c11341-7145-58da-9f6e-74034f128814'],
  ]);
  expect(
    compareSmbios(readDomain(xml), guest).map(({ section, entry, seen, pass }) => [
      section,
      entry,
      seen,
      pass,
    ]),
  ).toEqual([
    ['baseBoard', 'manufacturer', 'Radical Edward', true],
    ['system', 'manufacturer', 'QEMU', false],
    ['system', 'uuid', '71c11341-7145-58da-9f6e-74034f128814', true],
    ['system', 'serial', undefined, false],
  ]);
});

it.each(['<domain/>', '<domain>', ''])('finds nothing in %j', (text) => {
  expect(compareSmbios(readDomain(text), new Map())).toEqual([]);
});
