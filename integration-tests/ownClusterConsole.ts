import { apiClient } from './apiClient';
import type { EmbeddedConsole } from './embeddedConsole';
import { startEmbeddedConsole } from './embeddedConsole';
import type { StartedConsole } from './startConsole';
import { startConsole } from './startConsole';

/**
 * Connects consoles, one for each persona, to the embedded cluster with its kubeconfig, as to a cluster of the user's.
 */
export const startKubeconfigConsole = async (scenario: string): Promise<EmbeddedConsole> => {
  const cluster = await startEmbeddedConsole(scenario);
  const consoles = new Map<string, Promise<StartedConsole>>();
  return {
    ...cluster,
    canSwitchPersona: false,
    urlFor: async (persona) => {
      const starting =
        consoles.get(persona) ??
        startConsole(['--port=0', `--kubeconfig=${cluster.kubeconfig}`, `--context=${persona}`]);
      consoles.set(persona, starting);
      return (await starting).consoleUrl;
    },
    stop: async () => {
      for (const starting of consoles.values()) {
        await (await starting).stop();
      }
      await cluster.stop();
    },
  };
};

/** A real cluster: all requests go through the console, with the credentials of the kubeconfig. */
export const startRealConsole = async (kubeconfig: string, context?: string): Promise<EmbeddedConsole> => {
  const started = await startConsole([
    '--port=0',
    `--kubeconfig=${kubeconfig}`,
    ...(context === undefined ? [] : [`--context=${context}`]),
  ]);
  const page = await fetch(started.consoleUrl, { headers: { accept: 'text/html' } });
  const token = /csrf-token=([^;]+)/.exec(page.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return {
    kubeconfig,
    canSwitchPersona: false,
    urlFor: () => Promise.resolve(started.consoleUrl),
    api: apiClient(`${started.consoleUrl}/api/kubernetes`, {
      'X-CSRFToken': token,
      Cookie: `csrf-token=${token}`,
    }),
    faults: undefined,
    stop: started.stop,
  };
};
