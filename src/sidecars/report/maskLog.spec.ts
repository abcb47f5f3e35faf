import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskLogText } from './maskLog';

const STAMP = '2026-01-02T03:04:05.123456789Z';

/** As the sidecar-shim logs what a script writes. */
const shim = (msg: string): string => JSON.stringify({ component: 'shim-sidecar', level: 'info', msg });

const KEY = ['-----BEGIN PRIVATE KEY-----', 'geheim', '-----END PRIVATE KEY-----', 'done'];
const BLOCK = ['a:', '  userData: |', '    geheim', '', '    geheim', '  b: 1'];

describe('maskLogText', () => {
  it.each([
    [KEY, ['-----BEGIN PRIVATE KEY-----***', '', '-----END PRIVATE KEY-----', 'done']],
    [BLOCK, ['a:', '  userData: ***', '', '', '', '  b: 1']],
    [
      ['one\ntoken: geheim', 'two'],
      ['one\ntoken: ***', 'two'],
    ],
    [
      ['password="ge', 'heim"', 'done'],
      ['password="***', '"', 'done'],
    ],
  ])('masks over the lines of %j', (said, masked) => {
    expect(maskLogText(said.join('\n'))).toBe(masked.join('\n'));
    const wrapped = maskLogText(said.map(shim).join('\n')).split('\n');
    expect(wrapped.join()).not.toContain('geheim');
    expect([wrapped.length, wrapped.at(-1)]).toEqual([said.length, shim(masked.at(-1) ?? '')]);
  });

  it.each([
    ['{"msg":"x","token":"geheim","reason":"y"}', '{"msg":"x","token":"***","reason":"y"}'],
    ['{"msg":"token=geheim","reason":"y"}', '{"msg":"token=*** y"}'],
  ])('masks what %s holds beside its message', (line, masked) => {
    expect(maskLogText(line)).toBe(masked);
  });

  it('keeps the times before lines', () => {
    const text = (lines: readonly string[]): string => lines.map((line) => `${STAMP} ${line}`).join('\n');
    expect(maskLogText(text(BLOCK))).toBe(text(['a:', '  userData: ***', '', '', '', '  b: 1']));
    expect(maskLogText(text(KEY.map(shim)))).not.toContain('geheim');
    expect(maskLogText(`${STAMP}\n\nx\n`)).toBe(`${STAMP}\n\nx\n`);
  });

  it('keeps every line in its place, whatever the lines are', () => {
    const piece = fc.constantFrom(
      ...[...KEY, ...BLOCK, 'chpasswd <<EOF', 'EOF', '- --token', '- x', 'token="', "'secret': '"],
      ...[
        '{"tokens": ["a",',
        '"b"]',
        '{"password": "',
        '\\"token\\": \\"',
        'chpasswd:',
        '{"chpasswd": {',
        '}',
        '',
      ],
    );
    const line = fc.oneof(
      piece,
      piece.map(shim),
      fc.tuple(piece, piece).map((pair) => shim(pair.join('\n'))),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(maskLogText(['first', ...lines].join('\n')).split('\n')).toHaveLength(lines.length + 1);
      }),
    );
  });
});
