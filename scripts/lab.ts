/**
 * Prepares this machine to run VMs in the project's own libvirt, and tests that it works. Ends with `N passed, N failed`;
 * says why if the lab cannot run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { buildGuest } from '../dev/lab/guest/buildGuest';
import { builtGuest } from '../dev/lab/guest/guestImage';
import { findProgram, missingTools } from '../dev/lab/tools';
import { failureLines, vitestFailures, type VitestReport } from './failedTests';

const HELP = 'Usage: npm run lab [-- --yes]    --yes installs what is missing without asking';
const REPORT = '.cache/reports/lab.json';

const skip = (why: string): void => {
  console.log(`skipped: ${why}`);
  console.log('0 passed, 0 failed');
};

const agreed = async (packages: readonly string[]): Promise<boolean> => {
  console.log(`The lab needs these Debian packages: ${packages.join(' ')}`);
  if (!process.stdin.isTTY) {
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question('Install them now? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
};

/** Runs apt-get as root and returns whether it succeeded. */
const asRoot = (...words: string[]): boolean => {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const [program = '', ...args] = [
    ...sudo,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    ...words,
  ];
  return spawnSync(program, args, { stdio: ['inherit', 'ignore', 'inherit'] }).status === 0;
};

/** Returns why the lab cannot run; undefined if it can. */
const prepare = async (yes: boolean): Promise<string | undefined> => {
  const { packages, programs } = missingTools(true);
  if (process.platform !== 'linux' || process.arch !== 'x64' || findProgram('apt-get') === undefined) {
    return programs.length === 0 && builtGuest() !== undefined
      ? undefined
      : 'the lab runs on Debian for x86-64 only';
  }
  if (packages.length > 0) {
    if (!yes && !(await agreed(packages))) {
      return `not installed: ${packages.join(' ')}`;
    }
    if (!asRoot('update') || !asRoot('install', '-y', '--no-install-recommends', ...packages)) {
      return 'apt-get could not install what is missing';
    }
  }
  try {
    await buildGuest();
    return undefined;
  } catch (error) {
    return `the guest could not be built: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const runTests = (): void => {
  mkdirSync('.cache/reports', { recursive: true });
  rmSync(REPORT, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=dev/lab/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORT}`,
    ],
    { stdio: 'inherit' },
  );
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport;
  const failures = vitestFailures(report);
  const failed = Math.max(failures.length, status === 0 ? 0 : 1);
  if (failures.length > 0) {
    console.log(failureLines(failures));
  }
  console.log(`${report.numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
};

const { values } = parseArgs({
  options: {
    yes: { type: 'boolean', short: 'y', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const why = await prepare(values.yes);
  if (why === undefined) {
    runTests();
  } else {
    skip(why);
  }
}
