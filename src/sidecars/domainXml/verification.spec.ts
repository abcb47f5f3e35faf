import { describe, expect, it } from 'vitest';
import type { ExpectationResult } from './evaluate';
import { parseExpectedResults } from './expectedResults';
import type { AttachedScript } from './attachedScripts';
import { summarize, type ScriptVerification } from './verification';

const expectation = { kind: 'text' as const, text: 'x' };
const PASS: ExpectationResult = { expectation, pass: true, matchedLines: [1] };
const FAIL: ExpectationResult = { expectation, pass: false, matchedLines: [] };
const BROKEN: ExpectationResult = { ...FAIL, error: { code: 'badXPath', message: 'no' } };

const script = (
  results: ExpectationResult[] | undefined,
  presence: AttachedScript['presence'] = 'running',
  kind: 'absent' | 'parsed' | 'malformed' = 'parsed',
): ScriptVerification => ({
  script: { configMap: 'c', keys: ['script.sh'], hookPoints: ['onDefineDomain'], presence },
  configMap: undefined,
  expected: parseExpectedResults({ absent: undefined, parsed: '[]', malformed: '[' }[kind]),
  results,
});

describe('summarize', () => {
  it.each([
    ['nothing attached', [], 'notChecked'],
    ['nothing expected', [script(undefined, 'running', 'absent')], 'notChecked'],
    ['an empty list', [script([])], 'notChecked'],
    ['all hold', [script([PASS, PASS]), script([PASS])], 'verified'],
    [
      'all hold, one script expects nothing',
      [script([PASS]), script(undefined, 'running', 'absent')],
      'verified',
    ],
    ['one fails', [script([PASS, FAIL]), script([PASS])], 'mismatch'],
    ['one fails and one is broken', [script([FAIL, BROKEN])], 'mismatch'],
    ['one is broken', [script([PASS, BROKEN])], 'notChecked'],
    ['there is no XML', [script(undefined)], 'notChecked'],
    ['one list is malformed', [script([PASS]), script(undefined, 'running', 'malformed')], 'notChecked'],
    ['one fails that applies at the next start', [script([PASS]), script([FAIL], 'atNextStart')], 'verified'],
    ['all apply at the next start', [script([PASS], 'atNextStart')], 'notChecked'],
    ['one fails that is detached since', [script([FAIL], 'untilRestart')], 'mismatch'],
  ])('%s', (_what, scripts, verification) => {
    expect(summarize(scripts)).toBe(verification);
  });
});
