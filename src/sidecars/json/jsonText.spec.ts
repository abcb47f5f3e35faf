import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellJson } from './jsonSpelling';
import { jsonValue, readJson } from './jsonText';
import { positionOf } from '../text/textPosition';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const valueOf = (text: string): unknown => {
  const json = readJson(text);
  return json.ok ? jsonValue(json.node) : undefined;
};

describe('readJson', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(valueOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses, and never throws', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...Array.from('[]{},:"\\ntruefalse0123.-+eE \n\tu\u0000')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(characters, fc.string()), (text) => {
        expect(readJson(text).ok).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what a cut leaves of a document, at its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const part = `[${text}]`.slice(0, cut % (text.length + 2));
        const json = readJson(part);
        expect(json.ok).toBe(false);
        expect(json).toMatchObject({ problem: { message: expect.any(String) as string } });
      }),
    );
  });

  it.each([
    ['', 0, 'unexpected end of JSON input'],
    ['["a"', 4, 'unexpected end of JSON input'],
    ['["image":"x"]', 8, "invalid character ':' after array element"],
    ['{"a" 1}', 5, "invalid character '1' after object key"],
    ['{"a":1 "b":2}', 7, `invalid character '"' after object key:value pair`],
    ["{'a':1}", 1, "invalid character '\\'' looking for beginning of object key string"],
    ['[1,]', 3, "invalid character ']' looking for beginning of value"],
    ['[] x', 3, "invalid character 'x' after top-level value"],
    ['"a\nb"', 2, "invalid character '\\n' in string literal"],
    ['"a', 2, 'unexpected end of JSON input'],
  ])('says where and why %j cannot be read', (text, offset, message) => {
    expect(readJson(text)).toEqual({ ok: false, problem: { code: 'syntax', message, offset } });
  });

  it('gives up on texts nested too deeply instead of running out of stack', () => {
    expect(readJson('['.repeat(200_000))).toMatchObject({ ok: false, problem: { code: 'tooDeep' } });
  });

  it('reads __proto__ as an ordinary key', () => {
    expect(Object.keys(valueOf('{"__proto__":{"a":1}}') as object)).toEqual(['__proto__']);
  });
});

describe('spellJson', () => {
  it('lays values out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(spellJson(value, 'compact')).toBe(JSON.stringify(value));
        expect(spellJson(value, 'lines')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  const number = fc.stringMatching(/^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?$/);
  it('writes numbers as they were read', () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const text = `{"a":[${numbers.join(',')}]}`;
        expect(spellJson(valueOf(text), 'compact')).toBe(text);
      }),
    );
  });
});

describe('positionOf', () => {
  it.each([
    ['abc', 0, { line: 1, column: 1, offset: 0 }],
    ['abc', 2, { line: 1, column: 3, offset: 2 }],
    ['a\nbc', 2, { line: 2, column: 1, offset: 2 }],
    ['a\n\nbc', 4, { line: 3, column: 2, offset: 4 }],
    ['a\n', 2, { line: 2, column: 1, offset: 2 }],
  ])('finds line and column in %j at %i', (text, offset, position) => {
    expect(positionOf(text, offset)).toEqual(position);
  });
});
