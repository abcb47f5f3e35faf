import { spawnSync } from 'node:child_process';
import { unprivileged } from '../sidecar/sandbox';

/** Whether the user of scripts may have namespaces of its own, and mount in them. Not every kernel allows it. */
export const mayMount =
  spawnSync(
    'unshare',
    ['--user', '--map-current-user', '--keep-caps', '--mount', '--', 'mount', '-t', 'tmpfs', 'x', '/tmp'],
    { ...unprivileged },
  ).status === 0;
