import { describe, expect, it } from 'vitest';
import { evaluateExpectations } from './evaluate';
import type { Expectation } from './expectedResults';
import { maskResults, type MaskedResult } from './maskedResults';
import { readDomain } from './parsedDomain';

const xml = `<domain>
  <name>web</name>
  <devices>
    <graphics type='vnc' port='1' passwd='geheim'/>
  </devices>
  <metadata><userData>I2Nsb3VkLWNvbmZpZwpwYXNz</userData><login><password>auch</password></login></metadata>
</domain>
`;

const domain = readDomain(xml);

const equals = (xpath: string, value: string): Expectation => ({ kind: 'xpathEquals', xpath, value });
const exists = (xpath: string): Expectation => ({ kind: 'xpathExists', xpath });
const contains = (text: string): Expectation => ({ kind: 'text', text });

const mask = (expectation: Expectation, text?: 'no XML'): MaskedResult | undefined =>
  text === 'no XML'
    ? maskResults(undefined, [expectation], undefined)[0]
    : maskResults(domain, [expectation], evaluateExpectations(domain.full, [expectation]))[0];

describe('maskResults', () => {
  it.each<[string, Expectation, Expectation, string | undefined]>([
    [
      'a password as expected',
      equals('//graphics/@passwd', 'geheim'),
      equals('//graphics/@passwd', '***'),
      undefined,
    ],
    ['another password', equals('//graphics/@passwd', 'x'), equals('//graphics/@passwd', '***'), '***'],
    ['one by a detour', equals('string(//@*[.="geheim"])', 'x'), equals('string(//@*[.="***"])', '***'), ''],
    [
      'one of many attributes',
      equals('//graphics/@*[3]', 'geheim'),
      equals('//graphics/@*[3]', '***'),
      undefined,
    ],
    ['an element', equals('//login/*', 'x'), equals('//login/*', '***'), '***'],
    ['cloud-init data', equals('//metadata/*[1]', 'x'), equals('//metadata/*[1]', '***'), '***'],
    [
      'a text that names it',
      contains("port='1' passwd='geheim'"),
      contains("port='1' passwd='***'"),
      undefined,
    ],
    ['a text that is it', contains('geheim'), contains('***'), undefined],
    [
      'a literal that it is held against',
      exists('//*[@passwd="geheim"]'),
      exists('//*[@passwd="***"]'),
      undefined,
    ],
    ['one in words of its own', exists("//@*[.='geheim']"), exists("//@*[.='***']"), undefined],
    [
      'a member of an unknown kind',
      { kind: 'unknown', source: { kind: 'x', password: 'geheim' } },
      { kind: 'unknown', source: { kind: 'x', password: '***' } },
      undefined,
    ],
  ])('takes out %s', (_what, expectation, masked, actual) => {
    const shown = mask(expectation);
    expect(shown).toMatchObject({ isMasked: true, expectation: masked, result: { expectation: masked } });
    expect(shown?.result?.actual).toBe(actual);
  });

  it('takes a secret out of what the browser says of a broken XPath', () => {
    for (const xpath of ['//graphics[@passwd="geheim"', "//graphics[contains(@passwd, 'geheim']"]) {
      const shown = mask(exists(xpath));
      expect(shown?.result?.error?.code).toBe('badXPath');
      expect(JSON.stringify(shown)).not.toContain('geheim');
    }
  });

  it.each<[string, Expectation]>([
    ['a name', equals('/domain/name', 'web')],
    ['another name', equals('/domain/name', 'other')],
    ['a text', contains('<name>web</name>')],
    ['a text that is not there', contains('none')],
    ['that a password is set', exists('//graphics/@passwd')],
    ['what this version does not know', { kind: 'unknown', source: { kind: 'x', value: 1 } }],
  ])('leaves %s', (_what, expectation) => {
    const [result] = evaluateExpectations(domain.full, [expectation]);
    expect(mask(expectation)).toEqual({ expectation, result, isMasked: false });
  });

  it.each<[string, Expectation, Expectation]>([
    [
      'a function',
      exists("//graphics[contains(@passwd, 'noch')]"),
      exists("//graphics[contains(@passwd, '***')]"),
    ],
    ['the other side', exists("//graphics['noch' = @passwd]"), exists("//graphics['***' = @passwd]")],
    ['a text', exists("//login/password[text()='noch']"), exists("//login/password[text()='***']")],
    ['a value', equals('string(//graphics/@passwd)', 'noch'), equals('string(//graphics/@passwd)', '***')],
    [
      'a named entry',
      equals("//entry[@name='password']", 'noch'),
      equals("//entry[@name='password']", '***'),
    ],
    ['a piece of XML', contains("<entry name='password'>noch"), contains("<entry name='password'>***")],
    ['a flow mapping', contains('{user: x, password: noch}'), contains('{user: x, password: ***}')],
  ])('takes out a secret that is named and not in the XML: %s', (_what, expectation, masked) => {
    expect(mask(expectation)?.expectation).toEqual(masked);
    expect(mask(expectation, 'no XML')).toMatchObject({ isMasked: true, expectation: masked });
  });

  it('takes out all of a comparison that only the XML with its secrets decides, whatever else names itself', () => {
    const shown = mask(exists("//metadata[not(@token='x')]/userData[.='I2Nsb3VkLWNvbmZpZwpwYXNz']"));
    expect(JSON.stringify(shown)).not.toContain('I2Nsb3Vk');
  });

  it('goes by names where there is no XML', () => {
    expect(mask(equals('//graphics/@passwd', 'geheim'), 'no XML')).toEqual({
      expectation: equals('//graphics/@passwd', '***'),
      result: undefined,
      isMasked: true,
    });
  });
});
