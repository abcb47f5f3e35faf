import { describe, expect, it } from 'vitest';
import { failureLines, playwrightFailures, vitestFailures } from './failedTests';

const vitestReport = (testResults: Parameters<typeof vitestFailures>[0]['testResults']) => ({
  numPassedTests: 1,
  numFailedTests: 1,
  numPendingTests: 0,
  testResults,
});

describe('the failed tests', () => {
  it('are listed with the start of their error and the first line of the project in its trace', () => {
    const failures = vitestFailures(
      vitestReport([
        {
          name: '/project/src/a.spec.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a works', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'a is never late',
              failureMessages: [
                'AssertionError: expected 2 to be 1\n\n\u001b[32m- 1\u001b[39m\n+ 2\n    at Proxy (/project/node_modules/x.js:1:1)\n    at /project/src/a.spec.ts:7:3\n    at run (/project/src/b.ts:1:1)',
              ],
            },
          ],
        },
      ]),
    );
    expect(failureLines(failures)).toBe(
      [
        'failed: /project/src/a.spec.ts: a is never late',
        'failed:   AssertionError: expected 2 to be 1',
        'failed:   - 1',
        'failed:   + 2',
        'failed:       at /project/src/a.spec.ts:7:3',
      ].join('\n'),
    );
  });

  it('include a spec file that could not be loaded', () => {
    expect(
      vitestFailures(
        vitestReport([
          { name: 'src/a.spec.ts', status: 'failed', message: 'Cannot find b', assertionResults: [] },
          { name: 'src/c.spec.ts', status: 'passed', assertionResults: [] },
        ]),
      ),
    ).toEqual([{ name: 'src/a.spec.ts', message: 'Cannot find b' }]);
  });

  it('are found in nested suites and include those that passed only in the retry', () => {
    const spec = (title: string, status: string) => ({
      file: 'list.pw.ts',
      title,
      tests: [{ status, results: [{ error: { message: `${title}!` } }, {}] }],
    });
    expect(
      playwrightFailures({
        stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
        errors: [{ message: 'No server' }],
        suites: [
          {
            specs: [spec('passes', 'expected')],
            suites: [{ specs: [spec('fails', 'unexpected'), spec('wavers', 'flaky')] }],
          },
        ],
      }),
    ).toEqual([
      { name: 'list.pw.ts: fails', message: 'fails!' },
      { name: 'list.pw.ts: wavers', message: 'wavers!' },
      { name: 'browser tests', message: 'No server' },
    ]);
  });
});
