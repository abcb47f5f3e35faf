import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpectedResults, serializeExpectedResults } from './expectedResults';
import { emptyRow, exampleRow, fromRow, rowProblem, toRow } from './expectationRows';

describe('expectation rows', () => {
  it('give back what was read, with members that this version does not know', () => {
    const text = JSON.stringify([
      { kind: 'text', text: 'a', note: 1 },
      { kind: 'xpathEquals', xpath: '//a', value: 'b', note: [2] },
      { kind: 'xpathExists', xpath: '//a' },
      { kind: 'regex', pattern: 'x' },
      5,
    ]);
    const parsed = parseExpectedResults(text);
    const expectations = parsed.kind === 'parsed' ? parsed.expectations : [];
    expect(expectations).toHaveLength(5);
    const back = serializeExpectedResults(expectations.map(toRow).map(fromRow));
    expect(JSON.parse(back)).toEqual(JSON.parse(text));
  });

  it('preserve any value as it was typed', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fromRow({ ...exampleRow(), value })).toMatchObject({ kind: 'xpathEquals', value });
        expect(fromRow({ ...emptyRow(), text: value })).toEqual({ kind: 'text', text: value });
      }),
    );
  });

  it.each([
    ['', 'text', 'emptyText'],
    ['x', 'text', undefined],
    ['  ', 'xpathExists', 'emptyXPath'],
    ['//a[', 'xpathExists', 'badXPath'],
    ['//a[', 'xpathEquals', 'badXPath'],
    ['//qemu:arg/@value', 'xpathEquals', undefined],
    ["count(//entry[@name='a']) = 1", 'xpathExists', undefined],
    ['', 'unknown', undefined],
  ] as const)('%j as %s: %s', (text, kind, problem) => {
    expect(rowProblem({ ...emptyRow(), kind, text, xpath: text })).toBe(problem);
  });

  it('suggest what the guide expects', () => {
    expect(rowProblem(exampleRow())).toBeUndefined();
  });
});
