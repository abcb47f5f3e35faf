import { spawnSync } from 'node:child_process';
import { unprivileged } from '../sidecar/sandbox';

/** Whether the scripts' user may create namespaces and mount in them. Not every kernel allows it. */
export const MAY_MOUNT =
  spawnSync(
    'unshare',
    ['--user', '--map-current-user', '--keep-caps', '--mount', '--', 'mount', '-t', 'tmpfs', 'x', '/tmp'],
    { ...unprivileged },
  ).status === 0;
