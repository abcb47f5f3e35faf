/**
 * Runs every check and every test and ends with one line that sums them up: `N passed, N failed`. The tests run one after
 * the other, each on all cores; the checks take what they leave, so that nothing slows them down.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './findChromium';
import { runCommand } from './runCommand';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  command: string[];
  env?: NodeJS.ProcessEnv;
  /** Reads the counts from the runner's report; a step without one is itself one test. */
  report?: () => Counts;
}

const REPORTS = '.cache/reports';
const VITEST_REPORT = `${REPORTS}/vitest.json`;
const PLAYWRIGHT_REPORT = `${REPORTS}/playwright.json`;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const vitestCounts = (): Counts => {
  const report = readJson(VITEST_REPORT) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const hasFailed = ({ status }: { status: string }): boolean => status === 'failed';
  // A spec file that cannot be loaded fails without a test that does.
  const broken = report.testResults.filter(
    (file) => hasFailed(file) && !file.assertionResults.some(hasFailed),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests,
  };
};

const playwrightCounts = (): Counts => {
  const { stats, errors } = readJson(PLAYWRIGHT_REPORT) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
};

const CHECKS: Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'styles', command: ['stylelint', 'src/**/*.css', 'dev/**/*.css', '--allow-empty-input'] },
  { name: 'dead code', command: ['knip'] },
  {
    name: 'translations',
    command: ['tsx', 'scripts/checkTranslations.ts'],
  },
];

const UNIT: Step = {
  name: 'unit and component tests',
  command: [
    'vitest',
    'run',
    '--coverage',
    '--silent=passed-only',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${VITEST_REPORT}`,
  ],
  report: vitestCounts,
};

/** What `npm start` would build, so that no browser test waits for it. */
const BUILD: Step = { name: 'build', command: ['tsx', 'scripts/buildChanged.ts'] };

const SIZES: Step = { name: 'sizes', command: ['tsx', 'scripts/checkSizes.ts'] };

const browserTests = (): Step => ({
  name: 'browser tests',
  command: ['playwright', 'test', '--config', 'integration-tests/playwright.config.ts'],
  env: { CHROMIUM: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(PLAYWRIGHT_REPORT) },
  report: playwrightCounts,
});

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

const countsOf = (step: Step, succeeded: boolean): Counts => {
  if (step.report === undefined) {
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  }
  try {
    const counts = step.report();
    // A runner may fail for more than its tests: coverage under the threshold, a worker that crashed.
    return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

const runStep = async (step: Step, priority?: number): Promise<void> => {
  const { succeeded, output, seconds } = await runCommand(step.command, { env: step.env, priority });
  const counts = countsOf(step, succeeded);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const skipReasons = output.split('\n').filter((line) => line.includes('skipped: '));
  const verdict = counts.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(
    `${verdict} ${step.name} (${counts.passed} passed, ${counts.failed} failed, ${seconds.toFixed(0)} s)`,
  );
  if (counts.failed > 0) {
    console.log(output);
  } else if (skipReasons.length > 0) {
    console.log(skipReasons.join('\n'));
  }
};

const runInTurn = async (steps: Step[], priority?: number): Promise<void> => {
  for (const step of steps) {
    await runStep(step, priority);
  }
};

const { values } = parseArgs({ options: { 'no-browser': { type: 'boolean', default: false } } });

const runTests = async (): Promise<void> => {
  // Some unit tests look at what was built.
  await runInTurn([BUILD, SIZES, UNIT]);
  if (!values['no-browser']) {
    await runStep(browserTests());
  }
};

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await Promise.all([runInTurn(CHECKS, constants.priority.PRIORITY_BELOW_NORMAL), runTests()]);
if (process.env.CI === undefined) {
  // .ci/run runs it by itself.
  console.log('skipped: the lab, which boots guests in a real libvirt: `npm run lab` runs it');
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
