import { describe, expect, it } from 'vitest';
import { parseExpectedResults } from './expectedResults';
import type { AttachedScript } from './attachedScripts';
import { lineMarks } from './lineMarks';
import type { ScriptVerification } from './verification';

/** A script of which line 1 holds, and lines 1 and 2 do not. */
const script = (presence: AttachedScript['presence']): ScriptVerification => {
  const expectation = { kind: 'text' as const, text: 'x' };
  return {
    script: { configMap: 'c', keys: ['script.sh'], hookPoints: ['onDefineDomain'], presence },
    configMap: undefined,
    expected: parseExpectedResults('[]'),
    results: [
      { expectation, pass: true, matchedLines: [1] },
      { expectation, pass: false, matchedLines: [1, 2] },
      { expectation, pass: false, matchedLines: [3], error: { code: 'badXPath', message: 'no' } },
    ],
  };
};

describe('lineMarks', () => {
  it.each([
    [
      'running',
      [
        { line: 1, tone: 'fail' },
        { line: 2, tone: 'fail' },
      ],
    ],
    ['atNextStart', [{ line: 1, tone: 'pass' }]],
  ] as const)('of a script that is %s', (presence, marks) => {
    expect(lineMarks([script(presence)])).toEqual(marks);
  });

  it('marks the first of very many lines', () => {
    const matchedLines = Array.from({ length: 50_000 }, (_none, index) => index + 1);
    const one = script('running');
    const results = [{ expectation: { kind: 'text' as const, text: 'x' }, pass: true, matchedLines }];
    expect(lineMarks([{ ...one, results }]).map(({ line }) => line)).toEqual(matchedLines.slice(0, 1_000));
  });
});
