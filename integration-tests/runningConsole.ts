import { spawn } from 'node:child_process';
import { apiClient } from './apiClient';
import type { EmbeddedConsole } from './embeddedConsole';

/** `kubectl proxy`: gives access to the API server with any kind of credentials in the kubeconfig. */
const startProxy = async (kubeconfig: string): Promise<{ url: string; stop: () => void }> => {
  const child = spawn(
    'kubectl',
    [`--kubeconfig=${kubeconfig}`, 'proxy', '--port=0', '--append-server-path'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk;
      const address = /Starting to serve on (\S+)/.exec(output)?.[1];
      if (address !== undefined) {
        resolve(`http://${address}`);
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`kubectl proxy ended with ${code}:\n${output}`));
    });
  });
  return {
    url,
    stop: () => {
      child.kill();
    },
  };
};

/** A console that is already running with the plugin; the kubeconfig is that of its cluster. */
export const attachToConsole = async (
  consoleUrl: string,
  kubeconfig: string | undefined,
): Promise<EmbeddedConsole> => {
  if (kubeconfig === undefined) {
    throw new Error('CONSOLE_URL needs KUBECONFIG: the kubeconfig of the cluster behind that console.');
  }
  const proxy = await startProxy(kubeconfig);
  return {
    kubeconfig,
    canSwitchPersona: false,
    urlFor: () => Promise.resolve(consoleUrl),
    api: apiClient(proxy.url),
    faults: undefined,
    stop: () => {
      proxy.stop();
      return Promise.resolve();
    },
  };
};
