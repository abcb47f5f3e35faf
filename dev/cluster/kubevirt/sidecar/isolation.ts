import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Sandbox, unprivileged } from './sandbox';

/** What stands before a command to run it apart from this machine. */
type Isolation = (sandbox: Pick<Sandbox, 'root' | 'workDir'>) => string[];

const UNSHARE = ['unshare', '--user', '--map-current-user', '--net'];
const ISOLATE = readFileSync(resolve(import.meta.dirname, 'isolate.sh'), 'utf8');

/** No network, and no files but the system's programs and the sandbox. */
const ownRoot: Isolation = ({ root, workDir }) => [
  ...UNSHARE,
  '--keep-caps',
  '--mount',
  '--',
  '/bin/sh',
  '-c',
  // Not by its path: the user of scripts may not see where this lies.
  ISOLATE,
  'isolate',
  root,
  workDir,
];

/** No network. */
const ownNetwork: Isolation = () => [...UNSHARE, '--'];

const none: Isolation = () => [];

const works = (isolation: Isolation): boolean => {
  const sandbox = new Sandbox();
  try {
    const [program = '', ...args] = isolation(sandbox);
    const { status } = spawnSync(program, [...args, 'true'], { stdio: 'ignore', ...unprivileged });
    return status === 0;
  } finally {
    sandbox.remove();
  }
};

let chosen: Isolation | undefined;

/** The most that this machine's kernel lets the user of scripts have; found out once. */
export const isolated: Isolation = (sandbox) => {
  chosen ??= [ownRoot, ownNetwork].find(works) ?? none;
  return chosen(sandbox);
};
