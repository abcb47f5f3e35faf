import { spawn } from 'node:child_process';

/** A running `npm start`. */
export interface StartedConsole {
  consoleUrl: string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Resolves once the console can be used. Rejects with the output if the process ends instead. */
export const startConsole = async (options: readonly string[]): Promise<StartedConsole> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'dev/start.ts', '--no-open', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const consoleUrl = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk;
      const url = /^ready: (\S+)/m.exec(output)?.[1];
      if (url !== undefined) {
        resolve(url);
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('exit', (code) => {
      reject(new Error(`npm start ended with ${code}:\n${output}`));
    });
  });
  return {
    consoleUrl,
    stop: async (signal = 'SIGTERM') => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
};
