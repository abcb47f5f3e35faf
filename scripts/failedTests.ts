/** Lists failed tests from the runners' reports, a few lines each. */
import { stripVTControlCharacters } from 'node:util';

export interface FailedTest {
  name: string;
  /** The start of the error and where it was thrown; '' if the runner gave none. */
  message: string;
}

/** The fields in use of the output of `vitest --reporter=json`. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
  }[];
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: {
    file: string;
    title: string;
    tests: { status: string; results: { error?: { message?: string; stack?: string } }[] }[];
  }[];
}

/** The fields in use of the output of Playwright's json reporter. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

const MESSAGE_LINES = 6;

/** The first lines of an error, and the lines of its trace in this project. */
const essence = (message: string): string => {
  // Runners add colours even if colours are off.
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const traceStart = lines.findIndex((line) => /^\s+at /.test(line));
  const said = traceStart < 0 ? lines : lines.slice(0, traceStart);
  const own = (traceStart < 0 ? [] : lines.slice(traceStart)).find((line) => !line.includes('node_modules'));
  return [...said.slice(0, MESSAGE_LINES), ...(own === undefined ? [] : [own])].join('\n');
};

export const vitestFailures = ({ testResults }: VitestReport): FailedTest[] =>
  testResults.flatMap(({ name: file, status, message = '', assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    // A spec file that cannot be loaded fails without a failed test.
    return status === 'failed' && failed.length === 0
      ? [{ name: file, message: essence(message) }]
      : failed.map(({ fullName, failureMessages }) => ({
          name: `${file}: ${fullName}`,
          message: essence((failureMessages ?? []).join('\n')),
        }));
  });

const suiteFailures = ({ suites = [], specs }: PlaywrightSuite): FailedTest[] => [
  ...specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const error = results.find((result) => result.error !== undefined)?.error;
        return { name: `${file}: ${title}`, message: essence(error?.stack ?? error?.message ?? '') };
      }),
  ),
  ...suites.flatMap(suiteFailures),
];

export const playwrightFailures = ({ suites, errors }: PlaywrightReport): FailedTest[] => [
  ...suites.flatMap(suiteFailures),
  ...errors.map(({ message = '' }) => ({ name: 'browser tests', message: essence(message) })),
];

/** Each line begins with `failed: `, so that it can be found in the output of several runners. */
export const failureLines = (failures: readonly FailedTest[]): string =>
  failures
    .flatMap(({ name, message }) => [
      name,
      ...(message === '' ? [] : message.split('\n').map((line) => `  ${line}`)),
    ])
    .map((line) => `failed: ${line}`)
    .join('\n');
