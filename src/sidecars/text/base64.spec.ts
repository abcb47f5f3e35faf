import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase64 } from './base64';

it('reads what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      // TextDecoder takes a leading byte order mark away.
      fc.pre(!text.startsWith('\uFEFF'));
      expect(decodeBase64(Buffer.from(text).toString('base64'))).toBe(text);
    }),
  );
});

it.each([
  ['no base64', '*'],
  ['a character cut in half', Buffer.from('€').subarray(0, 2).toString('base64')],
])('answers undefined for %s', (_what, text) => {
  expect(decodeBase64(text)).toBeUndefined();
});
