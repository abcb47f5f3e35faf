import { dirname, isAbsolute, join } from 'node:path';
import type { Cluster } from '@kubernetes/client-node';

interface ExecEntry {
  apiVersion?: string;
  command: string;
  env?: { name: string; value: string }[] | null;
  provideClusterInfo?: boolean;
  interactiveMode?: string;
}

export const isExecEntry = (exec: unknown): exec is ExecEntry =>
  typeof exec === 'object' && exec !== null && 'command' in exec && typeof exec.command === 'string';

/** A command with a slash is relative to its kubeconfig; one without is searched in PATH. */
const commandAt = (command: string, kubeconfig: string): string =>
  command.includes('/') && !isAbsolute(command) ? join(dirname(kubeconfig), command) : command;

/**
 * The credential plugin with KUBERNETES_EXEC_INFO as its protocol requires: the protocol version, that it cannot prompt,
 * and the cluster if the plugin asks for it.
 */
export const preparedExec = <T extends ExecEntry>(
  exec: T,
  kubeconfig: string,
  cluster: Cluster | null,
): T => {
  const info = {
    apiVersion: exec.apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: {
      interactive: false,
      ...(exec.provideClusterInfo === true && cluster !== null
        ? {
            cluster: {
              server: cluster.server,
              'tls-server-name': cluster.tlsServerName,
              'insecure-skip-tls-verify': cluster.skipTLSVerify,
              'certificate-authority-data': cluster.caData,
              'proxy-url': cluster.proxyUrl,
            },
          }
        : {}),
    },
  };
  return {
    ...exec,
    command: commandAt(exec.command, kubeconfig),
    env: [...(exec.env ?? []), { name: 'KUBERNETES_EXEC_INFO', value: JSON.stringify(info) }],
  };
};
