import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

export interface CommandResult {
  succeeded: boolean;
  output: string;
  seconds: number;
}

interface CommandOptions {
  /** Added to the environment of this process. */
  env?: NodeJS.ProcessEnv | undefined;
}

/** Runs a command of node_modules or of the system and collects its output. */
export const runCommand = async (
  [program, ...words]: readonly string[],
  { env = {} }: CommandOptions = {},
): Promise<CommandResult> => {
  if (program === undefined) {
    throw new Error('runCommand needs a command');
  }
  const started = performance.now();
  const path = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(program, words, {
    env: { ...process.env, FORCE_COLOR: '0', ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: string): void => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const succeeded = await new Promise<boolean>((settle) => {
    child.on('error', (error) => {
      output += error.message;
      settle(false);
    });
    child.on('close', (code) => {
      settle(code === 0);
    });
  });
  return { succeeded, output, seconds: (performance.now() - started) / 1000 };
};
