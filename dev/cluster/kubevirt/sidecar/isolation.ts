import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Sandbox, unprivileged } from './sandbox';

/** The command prefix that isolates a command from this machine. */
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
  // Passed as text, because the scripts' user may not be able to read this file.
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

/** The strongest isolation that the kernel allows for the scripts' user; determined once. */
export const isolated: Isolation = (sandbox) => {
  chosen ??= [ownRoot, ownNetwork].find(works) ?? none;
  return chosen(sandbox);
};
