import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCluster } from './index';
import { platformObjects } from './kubevirt/platform';

const { values } = parseArgs({
  options: {
    'api-port': { type: 'string', default: '9080' },
    'write-kubeconfig': { type: 'string' },
  },
});

const port = Number(values['api-port']);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--api-port: ${values['api-port']} is no port`);
  process.exit(2);
}

try {
  const cluster = await startCluster({
    port,
    objects: platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: false }),
    writeKubeconfig:
      values['write-kubeconfig'] ??
      join(tmpdir(), `kubevirt-sidecar-plugin-${process.getuid?.() ?? ''}`, 'kubeconfig'),
  });
  console.log(`Kubernetes API: ${cluster.url}`);
  console.log(`export KUBECONFIG=${cluster.kubeconfigPath ?? ''}`);
  const stop = (): void => {
    void cluster.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
