import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inputHash } from './inputHash';
import { UserError } from './userError';

export interface Build {
  /** For messages, such as `the plugin`. */
  name: string;
  /** The script that builds it. */
  script: string;
  /** The files and folders that it is built from. */
  inputs: readonly string[];
  output: string;
  /** The file with the digest of the last build. */
  stamp: string;
}

const runScript = async (
  script: string,
  signal: AbortSignal,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    // In its own process, so that the compiler's memory is freed afterwards.
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code, endedBy) => {
      // A process that is killed, for example when memory runs out, prints nothing.
      const last = endedBy === null ? '' : `It was ended by ${endedBy}.\n`;
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + last });
    });
  });

/** Digest of the sources and the output, so that another process's output does not count as ours. */
const digest = ({ inputs, output }: Build): string =>
  inputHash(existsSync(output) ? [...inputs, output] : inputs);

const isCurrent = (build: Build): boolean =>
  existsSync(build.output) && existsSync(build.stamp) && readFileSync(build.stamp, 'utf8') === digest(build);

/** Builds if the sources changed since the last build. Throws UserError with the compiler's output if that fails. */
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
