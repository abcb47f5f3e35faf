import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from './maskSecrets';

const BODY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const END = '-----END PRIVATE KEY-----';
const HEAD = '-----BEGIN PRIVATE KEY-----';

describe('keys', () => {
  it.each([
    ['its first line', [BODY, BODY, 'YQ==', END, 'done'], ['***', '', '', END, 'done']],
    ['a line of any length', ['geheim', 'geheim', END], ['***', '', END]],
    ['its header', ['KEY-----', 'geheim', END], ['KEY-----', '***', END]],
    ['half of its header', ['ATE KEY', BODY, END], ['ATE KEY', '***', END]],
    ['what came before', ['got it now', 'geheim', END], ['got it now', '***', END]],
    [
      'signs before each line',
      ['> note: x y', `> ${BODY}`, `> ${BODY}`, `> ${END}`],
      ['> note: x y', '***', '', `> ${END}`],
    ],
    ['words before long lines', [`key is ${BODY}`, 'YQ==', END], ['***', '', END]],
    ['blank lines', ['', BODY, '', END], ['', '***', '', END]],
    ['line ends as JSON writes them', [`"a": "${BODY}\\n${BODY}\\n${END}\\n"`], [`"a": "***${END}\\n"`]],
    ['the kind of key', [BODY, '-----END RSA PRIVATE KEY-----'], ['***', '-----END RSA PRIVATE KEY-----']],
    ['PGP', [BODY, '-----END PGP PRIVATE KEY BLOCK-----'], ['***', '-----END PGP PRIVATE KEY BLOCK-----']],
    ['another key behind it', [BODY, END, HEAD, BODY, END], ['***', END, `${HEAD}***`, '', END]],
    ['no end', [BODY, BODY, BODY], ['***', '', '']],
    ['no end, and half a line', ['abc', BODY, BODY.slice(0, 9)], ['***', '', '']],
    ['no end, and a cut', [BODY, `${BODY.slice(0, 9)}…`], ['***', '']],
    ['no end, and words', [BODY, BODY, 'gave up'], ['***', '', 'gave up']],
  ])('are masked where the text begins within one: %s', (_what, lines, masked) => {
    expect(maskSecrets(lines.join('\n'), true).split('\n')).toEqual(masked);
    expect(maskSecrets(lines.join('\n'))).not.toMatch(/MIIEv|geheim/);
  });

  it.each([
    ['an end alone', END],
    ['an end behind words', `it says: ${END}`],
    ['an end below words', `it is now\n\n${END}`],
    ['a certificate', `-----BEGIN CERTIFICATE-----\n${BODY}\n${BODY}\n-----END CERTIFICATE-----`],
    ['a public key', `-----BEGIN PUBLIC KEY-----\n${BODY}\n-----END PUBLIC KEY-----`],
    ['digests', `${'0a'.repeat(32)}\n${'1b'.repeat(32)}\n${'2c'.repeat(32)}`],
  ])('are not seen in %s', (_what, text) => {
    expect(maskSecrets(text)).toBe(text);
  });

  it('leave nothing, wherever the text begins', () => {
    const text = `${HEAD}\n${`${BODY}\n`.repeat(5)}YQ==\n${END}\ndone\n`;
    for (let start = 0; start <= text.indexOf('done'); start += 1) {
      const masked = maskSecrets(text.slice(start));
      expect(masked).not.toContain(BODY.slice(0, 12));
      expect(masked).not.toContain(BODY.slice(-12));
      expect(masked.endsWith('done\n')).toBe(true);
      expect(maskSecrets(masked)).toBe(masked);
    }
  });

  it('keep every line in its place', () => {
    const line = fc.constantFrom(
      BODY,
      HEAD,
      END,
      `> ${END}`,
      'a b',
      'a',
      '',
      '***',
      '-----END CERTIFICATE-----',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const masked = maskSecrets(text, true);
        expect(masked.split('\n')).toHaveLength(text.split('\n').length);
        expect(maskSecrets(masked, true)).toBe(masked);
      }),
    );
  });
});
