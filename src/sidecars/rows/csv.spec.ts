import { describe, expect, it } from 'vitest';
import { csvText, dateForFileName } from './csv';

describe('csvText', () => {
  it.each<[string, string]>([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=b', 'a=b'],
    ['/usr/bin/\u202enoitinifeD', '/usr/bin/[U+202E]noitinifeD'],
  ])('writes %j', (text, expected) => {
    expect(csvText([[text]])).toBe(`${expected}\r\n`);
  });

  it('joins cells and lines', () => {
    expect(
      csvText([
        ['Name', 'State'],
        ['vm', 'Applied'],
      ]),
    ).toBe('Name,State\r\nvm,Applied\r\n');
  });
});

it('names a day by its local date', () => {
  expect(dateForFileName(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
