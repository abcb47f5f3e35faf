/**
 * A server for tests to kill: an embedded cluster with a VM whose hook script sleeps. The first argument is the number
 * of seconds; with `setsid` as the second, a process outside of the script's group sleeps too.
 */
import { startCluster } from '../../index';
import { registerKubeVirt } from '../index';
import { platformObjects } from '../platform';
import { configMap, QUICK, sidecar, virtualMachine } from './testCluster';

const [seconds = '', setsid = ''] = process.argv.slice(2);
const escape = setsid === '' ? '' : `setsid sleep ${seconds} &\n`;

await startCluster({
  port: 0,
  behaviours: [
    (host) => {
      registerKubeVirt(host, { ...QUICK, hookCall: 600_000, syncDeadline: 600_000 });
    },
  ],
  objects: [
    ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: true }),
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab' } },
    // A shell with child processes, like real scripts; one of them in another session.
    configMap('hook', {
      'script.sh': `#!/bin/sh\n${escape}sleep ${seconds}\nexit 1\n`,
    }),
    virtualMachine('vm', sidecar('hook')),
  ],
});
