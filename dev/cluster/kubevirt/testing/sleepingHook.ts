/**
 * A server for tests to kill: an embedded cluster with a VM whose hook script sleeps for as many seconds as the first
 * argument says, with `setsid` as the second also in a process that leaves its group.
 */
import { startCluster } from '../../index';
import { registerKubeVirt } from '../index';
import { platformObjects } from '../platform';
import { configMap, quick, sidecar, virtualMachine } from './testCluster';

const [seconds = '', setsid = ''] = process.argv.slice(2);
const escape = setsid === '' ? '' : `setsid sleep ${seconds} &\n`;

await startCluster({
  port: 0,
  behaviours: [
    (host) => {
      registerKubeVirt(host, { ...quick, hookCall: 600_000, syncDeadline: 600_000 });
    },
  ],
  objects: [
    ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: true }),
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'lab' } },
    // A shell that has other processes do it, as scripts do; one of them in a session of its own.
    configMap('hook', {
      'script.sh': `#!/bin/sh\n${escape}sleep ${seconds}\nexit 1\n`,
    }),
    virtualMachine('vm', sidecar('hook')),
  ],
});
