import { describe, expect, it, vi } from 'vitest';
import { evaluateExpectations, newBudget } from './evaluate';
import type { Expectation } from './expectedResults';
import { readDomain } from './parsedDomain';

const xml = `<?xml version="1.0"?>
<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <!-- <entry name='manufacturer'>No</entry> -->
  <sysinfo type='smbios'>
    <baseBoard>
      <entry name='manufacturer'>Radical Edward</entry>
    </baseBoard>
    <oemStrings>
      <entry>a
b</entry>
    </oemStrings>
  </sysinfo>
  <metadata>
    <kubevirt xmlns="http://kubevirt.io"><uid>7</uid></kubevirt>
  </metadata>
  <qemu:commandline>
    <qemu:arg value='-fw_cfg'/>
  </qemu:commandline>
</domain>
`;

const evaluate = (expectation: Expectation): Record<string, unknown> => {
  const { expectation: same, ...outcome } =
    evaluateExpectations(readDomain(xml), [expectation], newBudget())[0] ?? {};
  expect(same).toBe(expectation);
  return outcome;
};
const equals = (xpath: string, value: string): Expectation => ({ kind: 'xpathEquals', xpath, value });
const exists = (xpath: string): Expectation => ({ kind: 'xpathExists', xpath });

describe('evaluateExpectations', () => {
  it.each<[string, Expectation, Record<string, unknown>]>([
    [
      'the guide',
      equals("//sysinfo/baseBoard/entry[@name='manufacturer']", 'Radical Edward'),
      { pass: true, matchedLines: [6] },
    ],
    ['an attribute', equals('/domain/@type', 'kvm'), { pass: true, matchedLines: [2] }],
    ['a text node', equals('//baseBoard/entry/text()', 'Radical Edward'), { pass: true, matchedLines: [6] }],
    [
      'another value',
      equals('//baseBoard/entry', 'Ed'),
      { pass: false, matchedLines: [6], actual: 'Radical Edward' },
    ],
    ['one of several', equals('//entry', 'Radical Edward'), { pass: true, matchedLines: [6] }],
    ['no node', equals('//nothing', 'x'), { pass: false, matchedLines: [] }],
    ['a number', equals('count(//entry)', '2'), { pass: true, matchedLines: [] }],
    ['another number', equals('count(//entry)', '3'), { pass: false, matchedLines: [], actual: '2' }],
    ['a string', equals('string(/domain/@type)', 'kvm'), { pass: true, matchedLines: [] }],
    ['a prefix', exists("//qemu:arg[@value='-fw_cfg']"), { pass: true, matchedLines: [17] }],
    ['several lines', exists('//oemStrings/entry'), { pass: true, matchedLines: [9, 10] }],
    ['an element with others', exists('//baseBoard'), { pass: true, matchedLines: [5] }],
    ['nothing there', exists('//shmem'), { pass: false, matchedLines: [] }],
    ['what is true', exists('boolean(//entry)'), { pass: true, matchedLines: [] }],
    ['what is false', exists('count(//entry) > 5'), { pass: false, matchedLines: [], actual: 'false' }],
    ['zero', exists('count(//shmem)'), { pass: false, matchedLines: [], actual: '0' }],
    ['no text', exists('string(//shmem)'), { pass: false, matchedLines: [], actual: '' }],
    [
      'an unknown prefix',
      exists('//lxc:x'),
      { pass: false, matchedLines: [], error: { code: 'unknownPrefix', prefix: 'lxc' } },
    ],
    ['text as grep finds it', { kind: 'text', text: 'Radical Edward' }, { pass: true, matchedLines: [6] }],
    ['text twice in a line', { kind: 'text', text: "'manufacturer'" }, { pass: true, matchedLines: [3, 6] }],
    ['text over lines', { kind: 'text', text: '>a\nb<' }, { pass: true, matchedLines: [9, 10] }],
    ['other text', { kind: 'text', text: 'Spike' }, { pass: false, matchedLines: [] }],
    [
      'empty text',
      { kind: 'text', text: '' },
      { pass: false, matchedLines: [], error: { code: 'emptyText' } },
    ],
    [
      'an unknown kind',
      { kind: 'unknown', source: 1 },
      { pass: false, matchedLines: [], error: { code: 'unknownKind' } },
    ],
  ])('judges %s', (_name, expectation, outcome) => {
    expect(evaluate(expectation)).toEqual(outcome);
  });

  it('reports an invalid XPath with the message of the browser', () => {
    expect(evaluate(exists('//['))).toMatchObject({ pass: false, error: { code: 'badXPath' } });
  });

  it('searches for text, but not for XPath, in XML that is not well-formed', () => {
    const results = evaluateExpectations(
      readDomain('<domain>\n<a></domain>'),
      [{ kind: 'text', text: '<a>' }, exists('//a')],
      newBudget(),
    );
    expect(results).toMatchObject([
      { pass: true, matchedLines: [2] },
      { pass: false, error: { code: 'xmlNotWellFormed' } },
    ]);
  });
});

describe('what an XPath may cost', () => {
  const large = `<domain>${'<disk type="file"><source file="a"/><target dev="b"/></disk>'.repeat(300)}</domain>`;
  const nested = `<domain>${'<disk>'.repeat(300)}${'</disk>'.repeat(300)}</domain>`;
  const domains = { usual: readDomain(xml), large: readDomain(large), nested: readDomain(nested) };

  it.each<[keyof typeof domains, string]>([
    ['large', 'count(//*[count(//*[count(//*[count(//*)>1])>1])>1])'],
    ['usual', 'count(//*[count(//*[count(//*[count(//*[count(//*)>1])>1])>1])>1])'],
    ['large', '//*[. = //*[. = //*]]'],
    ['large', '//disk[count(//disk/following::disk) > 1]'],
    ['large', `//*[${'count('.repeat(200)}//*${')'.repeat(200)} > 1]`],
    ['large', '//*[(//disk | //source)[2]]'],
    ['large', "//*[//disk[contains(string(/), 'x')]]"],
    ['nested', '//disk//disk//disk[count(//..) = 0]'],
    ['nested', '//*[count(ancestor::*//*) > 1]'],
    ['usual', `//*${'[1]'.repeat(700)}`],
  ])('is bounded: in the %s XML, %s is not evaluated', (which, xpath) => {
    const evaluated = vi.spyOn(Document.prototype, 'evaluate');
    const [result] = evaluateExpectations(domains[which], [exists(xpath)], newBudget());
    expect(result).toMatchObject({ pass: false, error: { code: 'tooExpensive' } });
    expect(evaluated).not.toHaveBeenCalled();
    evaluated.mockRestore();
  });

  it.each([
    "//sysinfo/baseBoard/entry[@name='manufacturer']",
    "/domain/devices/disk[target/@dev='vda']/driver/@cache",
    "count(//disk[.//source[@file]]) > 1 and not(//interface[@type = 'user'])",
    '//disk[last()]/preceding-sibling::disk[1]/source/@file',
    "//*[local-name()='kubevirt']/*[2]",
    "concat(string(//name), '-', count(//disk)) = 'a-1' or - 1 * 2 div 3 mod 4 = //div",
    '(//disk | //interface)[1]/target/@dev',
    "//disk[source/@file and (@type = 'file' or @device != 'cdrom')]/descendant-or-self::node()/text()",
    "//processing-instruction('x') | //comment() | /",
    '//qemu:commandline/qemu:*[@value = ".."]',
  ])('leaves room for what is usual: %s', (xpath) => {
    for (const domain of Object.values(domains)) {
      const [result] = evaluateExpectations(domain, [exists(xpath)], newBudget());
      expect(result?.error?.code ?? 'none').not.toBe('tooExpensive');
    }
  });

  it('is shared by all expected results of a page', () => {
    const budget = newBudget();
    const many = Array.from({ length: 1000 }, () => exists('//disk[.//source]'));
    const codes = [
      ...evaluateExpectations(domains.large, many, budget),
      ...evaluateExpectations(domains.large, [{ kind: 'text', text: 'a' }, ...many], budget),
    ].map(({ error }) => error?.code);
    expect(codes[0]).toBeUndefined();
    expect(codes.at(-1)).toBe('tooExpensive');
  });

  it('counts texts too', () => {
    const domain = readDomain(`<domain>${'a'.repeat(100_000)}</domain>`);
    const many = Array.from({ length: 50 }, (): Expectation => ({
      kind: 'text',
      text: `b${'a'.repeat(50_000)}`,
    }));
    expect(evaluateExpectations(domain, many, newBudget()).at(-1)?.error).toEqual({ code: 'tooExpensive' });
  });
});
