import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleParams, visibleText } from './visibleText';

describe('what cannot be seen', () => {
  it.each([
    ['quay.io/\u202Eevil\u202C/shim', 'quay.io/[U+202E]evil[U+202C]/shim'],
    ['access\u2066level', 'access[U+2066]level'],
    ['ad\u200Bmin', 'ad[U+200B]min'],
    ['\u001b[31mred', '[U+001B][31mred'],
    ['\u0000\u007f\u0085', '[U+0000][U+007F][U+0085]'],
    ['rm -rf /\rls', 'rm -rf /[U+000D]ls'],
    ['\ufeff#!/bin/sh', '[U+FEFF]#!/bin/sh'],
  ])('%j is named', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it('leaves all else alone', () => {
    const text = 'tab\tline\r\nümläut 漢字 🙂 שלום \u{E0001}';
    expect(visibleText(text)).toBe(text);
  });

  it('is replaced only once in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visibleText(text);
        expect(visibleText(shown)).toBe(shown);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000\u001b]/);
      }),
    );
  });

  it('takes linear time', () => {
    expect(visibleText('\u202e'.repeat(1_000_000))).toHaveLength(8_000_000);
  });

  it('is named in parameters, of which others stay', () => {
    expect(visibleParams({ a: '\u202e', n: 3 })).toEqual({ a: '[U+202E]', n: 3 });
  });

  it('is the beginning of what is longer than a value, or one of a few words, can be', () => {
    const long = 'x'.repeat(5000);
    expect(visibleParams({ image: long, version: long, policy: 'Always' })).toEqual({
      image: `${'x'.repeat(1000)}…`,
      version: `${'x'.repeat(64)}…`,
      policy: 'Always',
    });
  });
});
