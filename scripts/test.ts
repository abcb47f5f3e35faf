/**
 * Runs every test, or with `--checks` every check of the sources, and ends with the line `N passed, N failed`. The tests
 * run one after the other, each on all cores; the checks run all at once.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  failureLines,
  playwrightFailures,
  vitestFailures,
  type FailedTest,
  type PlaywrightReport,
  type VitestReport,
} from './failedTests';
import { ensureChromium } from '../dev/base/findChromium';
import { runCommand } from './runCommand';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report extends Counts {
  failures: FailedTest[];
}

interface Step {
  name: string;
  command: string[];
  env?: NodeJS.ProcessEnv;
  /** Reads the runner's report; a step without a report counts as one test. */
  report?: () => Report;
}

const REPORTS = '.cache/reports';
const VITEST_REPORT = `${REPORTS}/vitest.json`;
const PLAYWRIGHT_REPORT = `${REPORTS}/playwright.json`;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const readVitest = (): Report => {
  const report = readJson(VITEST_REPORT) as VitestReport;
  const failures = vitestFailures(report);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests,
    failures,
  };
};

const readPlaywright = (): Report => {
  const report = readJson(PLAYWRIGHT_REPORT) as PlaywrightReport;
  const failures = playwrightFailures(report);
  return { passed: report.stats.expected, failed: failures.length, skipped: report.stats.skipped, failures };
};

const CHECKS: Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'styles', command: ['stylelint', 'src/**/*.css', 'dev/**/*.css', '--allow-empty-input'] },
  { name: 'dead code', command: ['knip'] },
  { name: 'translations', command: ['i18next-cli', 'extract', '--ci', '--dry-run'] },
  { name: 'page of recipes', command: ['tsx', 'scripts/recipeDocs.ts', '--check'] },
  { name: 'page of findings', command: ['tsx', 'scripts/diagnosisDocs.ts', '--check'] },
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
  report: readVitest,
};

/** Builds what `npm start` needs, so that no browser test waits for it. */
const BUILD: Step = { name: 'build', command: ['tsx', 'scripts/buildChanged.ts'] };

const SIZES: Step = { name: 'sizes', command: ['tsx', 'scripts/checkSizes.ts'] };

const browserTests = (): Step => ({
  name: 'browser tests',
  command: ['playwright', 'test', '--config', 'integration-tests/playwright.config.ts'],
  env: { CHROMIUM: ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(PLAYWRIGHT_REPORT) },
  report: readPlaywright,
});

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failures: FailedTest[] = [];

const reportOf = (step: Step, succeeded: boolean): Report => {
  const itself: Report = { passed: 0, failed: 1, skipped: 0, failures: [{ name: step.name, message: '' }] };
  if (step.report === undefined) {
    return succeeded ? { passed: 1, failed: 0, skipped: 0, failures: [] } : itself;
  }
  try {
    const report = step.report();
    // A runner may also fail without a failed test: low coverage, or a worker that crashed.
    return succeeded || report.failed > 0 ? report : { ...report, failed: 1, failures: itself.failures };
  } catch {
    return itself;
  }
};

const runStep = async (step: Step): Promise<void> => {
  const { succeeded, output, seconds } = await runCommand(step.command, { env: step.env });
  const report = reportOf(step, succeeded);
  total.passed += report.passed;
  total.failed += report.failed;
  total.skipped += report.skipped;
  failures.push(...report.failures);
  const skipReasons = output.split('\n').filter((line) => line.includes('skipped: '));
  const verdict = report.failed === 0 ? 'ok  ' : 'FAIL';
  console.log(
    `${verdict} ${step.name} (${report.passed} passed, ${report.failed} failed, ${seconds.toFixed(0)} s)`,
  );
  if (report.failed > 0) {
    console.log(output);
  } else if (skipReasons.length > 0) {
    console.log(skipReasons.join('\n'));
  }
};

const { values } = parseArgs({
  options: {
    checks: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
  },
});

const runTests = async (): Promise<void> => {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  // Some unit tests read the build.
  for (const step of [BUILD, SIZES, UNIT]) {
    await runStep(step);
  }
  if (!values['no-browser']) {
    await runStep(browserTests());
  }
  if (process.env.CI === undefined) {
    // .ci/run runs them separately.
    console.log('skipped: the lab, which boots guests in a real libvirt: `npm run lab` runs it');
    console.log('skipped: lint and other checks of the sources: `npm run check` runs them');
  }
};

await (values.checks ? Promise.all(CHECKS.map(runStep)) : runTests());
// Repeated at the end, where they are easy to find.
if (failures.length > 0) {
  console.log(failureLines(failures));
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
