import { printTable, megabytes, milliseconds } from './printTable';
import { runKubectl } from './runKubectl';
import { startServers } from './startServers';

/** What the embedded cluster itself needs for so many VMs. */
export const benchCluster = async ({ vms }: { vms: number }): Promise<void> => {
  const servers = await startServers({ vms });
  try {
    const atStart = await servers.residentBytes();
    // The first call fills kubectl's cache of the API's types.
    await runKubectl(servers.kubeconfig, 'get', 'vm', '-A', '--no-headers');
    const { output, took } = await runKubectl(servers.kubeconfig, 'get', 'vm', '-A', '--no-headers');
    printTable(
      `Embedded cluster and console with ${vms} VMs, in one process`,
      ['', ''],
      [
        ['resident memory after the start', megabytes(atStart)],
        ['resident memory after two lists', megabytes(await servers.residentBytes())],
        ['kubectl get vm -A', `${milliseconds(took)} (${output.trim().split('\n').length} lines)`],
      ],
    );
  } finally {
    await servers.stop();
  }
};
