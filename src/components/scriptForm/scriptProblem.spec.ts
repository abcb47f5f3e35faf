import { describe, expect, it } from 'vitest';
import { HOOK_POINTS } from '../../sidecars/hookPoint';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../sidecars/scripts/templates';
import { scriptProblem } from './scriptProblem';

describe('scriptProblem', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['\uFEFF#!/bin/sh\n', 'byteOrderMark'],
    ['#!/bin/sh\r\necho\r\n', 'carriageReturns'],
    ['echo', 'noShebang'],
    ['\n#!/bin/sh', 'noShebang'],
    ['#!sh', 'noShebang'],
    ['#!/bin/sh', undefined],
    ['#! /usr/bin/env python3\n', undefined],
    ["#!/bin/sh\nprintf '\r'", undefined],
  ])('finds in %j: %s', (text, problem) => {
    expect(scriptProblem(text)).toBe(problem);
  });

  it.each(HOOK_POINTS.flatMap((point) => SCRIPT_LANGUAGES.map((language) => [language, point] as const)))(
    'finds nothing in the %s example of %s',
    (language, point) => {
      expect(scriptProblem(scriptTemplate(language, point).text)).toBeUndefined();
    },
  );
});
