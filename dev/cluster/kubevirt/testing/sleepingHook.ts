/** A server for tests to kill: an embedded cluster with a VM whose hook script sleeps as long as its argument says. */
import { startCluster } from '../../index';
import { registerKubeVirt } from '../index';
import { platformObjects } from '../platform';
import { configMap, quick, sidecar, virtualMachine } from './testCluster';

const [seconds = ''] = process.argv.slice(2);

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
    // A shell that has another process do it, as scripts do.
    configMap('hook', { 'script.sh': `#!/bin/sh\nsleep ${seconds}\nexit 1\n` }),
    virtualMachine('vm', sidecar('hook')),
  ],
});
