import { expect, it } from 'vitest';
import { reportParts } from './reportParts';

it.each<[string, string[], string[]]>([
  ['a=*** and \\*\\*\\*', ['***', '\\*\\*\\*'], ['a=', ' and ']],
  ['no mask: **bold**, # *****', [], ['no mask: **bold**, # *****']],
  ['', [], []],
])('cuts %j at its masks', (report, masks, others) => {
  const parts = reportParts(report);
  expect(parts.filter(({ isMask }) => isMask).map(({ text }) => text)).toEqual(masks);
  expect(parts.filter(({ isMask }) => !isMask).map(({ text }) => text)).toEqual(others);
  expect(parts.map(({ text }) => text).join('')).toBe(report);
});
