import { expect, it } from 'vitest';
import { lastWords, tailLines } from './logTail';

const json = (msg: string, reason?: string): string => JSON.stringify({ level: 'info', msg, reason });

it.each([
  [
    'one sentence',
    'exec: "/bin/nope": no such file or directory',
    'exec: "/bin/nope": no such file or directory',
  ],
  [
    'a line of the sidecar-shim',
    `${json('Input error', 'Missing --version')}\n`,
    'Input error: Missing --version',
  ],
  ['the last of many', 'Traceback:\n  File "x"\nKeyError: 1\n\n', 'KeyError: 1'],
  [
    'a panic before its trace',
    `${json('Marked as ready')}\npanic: nil pointer\n[signal SIGSEGV]\n`,
    'panic: nil pointer',
  ],
  ['nothing', ' \n', ''],
])('finds %s', (_name, message, expected) => {
  expect(lastWords(message)).toBe(expected);
});

it('leaves out the line in the middle of which a full tail begins', () => {
  const whole = `${json('x'.repeat(2000))}\n${json('Marked as ready')}\n`;
  expect(tailLines(`cut"}\n${whole}`.slice(0, 2300))).toEqual(['x'.repeat(2000), 'Marked as ready']);
});
