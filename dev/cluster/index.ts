import { resolve } from 'node:path';
import { EmbeddedHost } from './api/embeddedHost';
import { CRD_TYPE } from './api/customResourceDefinitions';
import { serveApi } from './api/http/server';
import { writeKubeconfig } from './api/kubeconfig';
import { seedObjects } from './api/seed';
import { registerCoreDefaults } from './api/types/coreDefaults';
import { CORE_TYPES } from './api/types/coreTypes';
import { FaultInjector } from './faults/faultInjector';
import type { ClusterHost, ClusterOptions, ClusterTiming, RunningCluster } from './contract';
import { registerKubeVirt } from './kubevirt';
import { createPersonas } from './personas';

const DEFAULT_PORT = 9080;

const NAMESPACES = ['default', 'kube-public', 'kube-system'];

/** Registers behaviour before anything is stored. */
export type Behaviour = (host: ClusterHost, timing: Partial<ClusterTiming>) => void;

export interface StartOptions extends ClusterOptions {
  /** What the cluster does beside serving objects. Default: KubeVirt and its operator. */
  behaviours?: readonly Behaviour[];
}

/**
 * Starts the cluster and serves its API on 127.0.0.1. Rejects with code EADDRINUSE if the port is in use, and if one of
 * `objects` is refused (with its kind and name); then nothing keeps running.
 */
export const startCluster = async (options: StartOptions = {}): Promise<RunningCluster> => {
  const { port = DEFAULT_PORT, objects = [], behaviours = [registerKubeVirt], timing = {} } = options;
  const host = new EmbeddedHost();
  const personas = createPersonas();
  host.registerTypes([...CORE_TYPES, CRD_TYPE]);
  registerCoreDefaults(host);
  for (const name of NAMESPACES) {
    host.store.create('namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      status: { phase: 'Active' },
    });
  }
  try {
    for (const behaviour of behaviours) {
      behaviour(host, timing);
    }
    seedObjects(host, objects);
    const server = await serveApi(
      { host, personas, faults: options.faults === true ? new FaultInjector() : undefined },
      port,
    );
    const kubeconfigPath =
      options.writeKubeconfig === undefined ? undefined : resolve(options.writeKubeconfig);
    if (kubeconfigPath !== undefined) {
      await writeKubeconfig(kubeconfigPath, server.url, personas);
    }
    return {
      host,
      url: server.url,
      personas,
      kubeconfigPath,
      close: async () => {
        await server.close();
        await host.close();
      },
    };
  } catch (error) {
    await host.close();
    throw error;
  }
};
