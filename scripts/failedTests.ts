/** Names the tests that failed, from the reports of the runners: a line or a few for each, to end a long output with. */
import { stripVTControlCharacters } from 'node:util';

export interface FailedTest {
  /** File and title, as its runner has them. */
  name: string;
  /** The error and where it was thrown, as far as a reader needs it to begin; '' where the runner gave none. */
  message: string;
}

/** What `vitest --reporter=json` writes, as far as it is read here. */
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

/** What Playwright's json reporter writes, as far as it is read here. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

const MESSAGE_LINES = 6;

/** The first lines of an error, and those of its trace that are of the project. */
const essence = (message: string): string => {
  // Runners colour what they are told not to.
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
    // A spec file that cannot be loaded fails without a test that does.
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

/** Each line begins with `failed: `, so that whoever runs several runners can pick them out. */
export const failureLines = (failures: readonly FailedTest[]): string =>
  failures
    .flatMap(({ name, message }) => [
      name,
      ...(message === '' ? [] : message.split('\n').map((line) => `  ${line}`)),
    ])
    .map((line) => `failed: ${line}`)
    .join('\n');
