import { describe, expect, it } from 'vitest';
import { domainXmlInLog, maybeDomainXml } from './domainXmlInLog';
import { parseLogLine } from './logLine';

const XML = "<domain>\n  <entry name='manufacturer'>Räd Edward</entry>\n</domain>";
const BASE64 = Buffer.from(XML).toString('base64');

const logged = (msg: string): string =>
  `2026-01-02T03:04:05Z ${JSON.stringify({ component: 'virt-launcher', level: 'info', msg, name: 'vm' })}`;

describe('domainXmlInLog', () => {
  it('reads the XML that was handed to libvirt', () => {
    const line = logged(`Domain XML generated. Base64 dump ${BASE64}`);
    expect(maybeDomainXml(line)).toBe(true);
    expect(domainXmlInLog(parseLogLine(line).message)).toBe(XML);
  });

  it.each([
    ['another line', logged('Domain defined.')],
    ['a dump without a body', logged('Domain XML generated. Base64 dump ')],
    ['a dump that is no base64', logged('Domain XML generated. Base64 dump A')],
    [
      'a dump that was cut inside a character',
      logged(
        `Domain XML generated. Base64 dump ${Buffer.from(XML)
          .subarray(0, Buffer.from(XML).indexOf('ä') + 1)
          .toString('base64')}`,
      ),
    ],
  ])('answers undefined for %s', (_what, line) => {
    expect(domainXmlInLog(parseLogLine(line).message)).toBeUndefined();
  });
});
