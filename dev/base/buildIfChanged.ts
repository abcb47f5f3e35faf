import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inputHash } from './inputHash';
import { UserError } from './userError';

export interface Build {
  /** In messages: `the plugin`. */
  name: string;
  /** Script that builds it. */
  script: string;
  /** Files and folders it is built from. */
  inputs: readonly string[];
  /** A file that every build writes. */
  output: string;
  /** Where the digest of the last build is kept. */
  stamp: string;
}

const runScript = async (
  script: string,
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    // A process of its own: what the compiler needs of memory goes back when it is done.
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, endedBy) => {
      // One that is killed, as by a machine without memory, says nothing itself.
      const last = endedBy === null ? '' : `It was ended by ${endedBy}.\n`;
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + last });
    });
  });

/** Digest of sources and of what was built from them: a file built by someone else does not pass for ours. */
const digest = ({ inputs, output }: Build): string =>
  inputHash(existsSync(output) ? [...inputs, output] : inputs);

const isCurrent = (build: Build): boolean =>
  existsSync(build.output) && existsSync(build.stamp) && readFileSync(build.stamp, 'utf8') === digest(build);

/** Builds when sources changed since the last build. Throws UserError with the compiler's output when that fails. */
export const buildIfChanged = async (build: Build, signal: AbortSignal): Promise<void> => {
  if (isCurrent(build)) {
    return;
  }
  console.log(`Building ${build.name} …`);
  const started = performance.now();
  const { code, output } = await runScript(build.script, signal);
  if (code !== 0) {
    throw new UserError(`Building ${build.name} failed:\n${output}`);
  }
  mkdirSync(dirname(build.stamp), { recursive: true });
  writeFileSync(build.stamp, digest(build));
  console.log(`Built ${build.name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
};
