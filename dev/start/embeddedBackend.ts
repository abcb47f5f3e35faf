import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { RunningCluster } from '../cluster/contract';
import { startCluster } from '../cluster/index';
import { registerKubeVirt } from '../cluster/kubevirt';
import { personaUpstream } from '../console/server/personaUpstream';
import { scaleObjects, scenarioObjects } from '../scenarios';
import { applyManifests } from './applyManifests';
import type { LaunchBackend } from './backend';
import { chooseScenario } from './chooseScenario';
import { readManifestFolder } from './manifests';
import type { StartOptions } from './options';
import { orPortTaken } from './orPortTaken';

const defaultKubeconfig = (): string =>
  join(tmpdir(), `kubevirt-sidecar-plugin-${userInfo().username}`, 'kubeconfig');

const loadManifests = async (cluster: RunningCluster, folder: string): Promise<void> => {
  const read = readManifestFolder(folder);
  const refused = await applyManifests(cluster, read.manifests);
  for (const problem of [...read.problems, ...refused]) {
    console.error(`Not loaded: ${problem}`);
  }
  console.log(`Loaded ${read.manifests.length - refused.length} objects from ${folder}.`);
};

/** The embedded cluster with its scenario. Throws UserError for a scenario that does not exist. */
export const prepareEmbedded = (options: StartOptions): LaunchBackend => {
  const scenario = chooseScenario(options);
  const kubeVirtVersion = options.kubeVirtVersion ?? scenario.kubeVirtVersion;
  return async () => {
    const starting = startCluster({
      port: options.apiPort,
      writeKubeconfig: options.writeKubeconfig ?? defaultKubeconfig(),
      objects: [...scenarioObjects(scenario, kubeVirtVersion), ...scaleObjects(options.vms)],
      behaviours: [
        (host, timing) => {
          registerKubeVirt(host, timing, { kubeVirtVersion });
        },
      ],
      faults: options.faults,
    });
    const cluster = await orPortTaken('--api-port', options.apiPort, starting);
    try {
      scenario.play?.(cluster.host);
      if (options.manifests !== undefined) {
        await loadManifests(cluster, options.manifests);
      }
    } catch (error) {
      await cluster.close();
      throw error;
    }
    const { url: apiUrl, personas, kubeconfigPath } = cluster;
    return {
      upstream: personaUpstream({ apiUrl, personas }),
      description: [
        `Kubernetes API: ${apiUrl}`,
        ...(kubeconfigPath === undefined ? [] : [`export KUBECONFIG=${kubeconfigPath}`]),
      ].join('\n'),
      close: cluster.close,
    };
  };
};
