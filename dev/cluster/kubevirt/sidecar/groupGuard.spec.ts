/** No processes of hook scripts remain when their server is killed and cannot clean up. */
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { MAY_MOUNT } from '../testing/mayMount';
import { removeStaleSandboxes } from './sandbox';

/** The arguments of a process; empty if it has ended, even as a zombie. */
const argumentsOf = (pid: number | string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

const parentsOf = (pids: readonly string[]): string[] =>
  pids.map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[3] ?? '');

// Otherwise the next server would do it.
afterEach(removeStaleSandboxes);

it.runIf(process.platform === 'linux')(
  'a server that is killed takes the hook scripts with it, and what they have started',
  { timeout: 60_000 },
  async () => {
    const seconds = `300.${String(randomInt(100_000, 1_000_000))}`;
    const server = fork(
      resolve(import.meta.dirname, '../testing/sleepingHook.ts'),
      [seconds, MAY_MOUNT ? 'setsid' : ''],
      {
        execArgv: ['--import', 'tsx'],
      },
    );
    const sleeping = (): string[] =>
      readdirSync('/proc').filter((pid) => argumentsOf(pid) === `sleep\0${seconds}\0`);
    const scripts = (): string[] =>
      readdirSync('/proc').filter((pid) => argumentsOf(pid).includes('/onDefineDomain\0'));
    // One in the script's process group, and one in another session.
    await expect.poll(sleeping, { timeout: 40_000 }).toHaveLength(MAY_MOUNT ? 2 : 1);
    const [shell = ''] = scripts().filter((pid) => parentsOf(sleeping()).includes(pid));
    expect(shell).not.toBe('');
    server.kill('SIGKILL');
    await once(server, 'exit');
    await expect.poll(sleeping).toEqual([]);
    await expect.poll(() => argumentsOf(shell)).toBe('');
  },
);
