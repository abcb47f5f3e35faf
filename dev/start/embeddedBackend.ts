import { join } from 'node:path';
import type { RunningCluster } from '../cluster/contract';
import { startCluster } from '../cluster/index';
import { registerKubeVirt } from '../cluster/kubevirt';
import { bash } from '../cluster/kubevirt/sidecar/interpreter';
import { removeStaleSandboxes } from '../cluster/kubevirt/sidecar/sandbox';
import { personaUpstream } from '../console/server/personaUpstream';
import { scaleObjects, scenarioObjects } from '../scenarios';
import { applyManifests } from './applyManifests';
import type { LaunchBackend } from './backend';
import { chooseLibvirt } from './chooseLibvirt';
import { chooseScenario } from './chooseScenario';
import { readManifestFolder } from './manifests';
import type { StartOptions } from './options';
import { orPortTaken } from './orPortTaken';
import { privateFolder } from './privateFolder';

/** One file per port, so that two clusters can run side by side. */
const defaultKubeconfig = (apiPort: number): string =>
  join(privateFolder(), `kubeconfig-${apiPort === 0 ? process.pid : apiPort}`);

const loadManifests = async (cluster: RunningCluster, folder: string): Promise<void> => {
  const read = readManifestFolder(folder);
  const refused = await applyManifests(cluster, read.manifests);
  for (const problem of [...read.problems, ...refused]) {
    console.error(`Not loaded: ${problem}`);
  }
  console.log(`Loaded ${read.manifests.length - refused.length} objects from ${folder}.`);
};

/** Prepares the embedded cluster with its scenario. Throws UserError for an unknown scenario. */
export const prepareEmbedded = (options: StartOptions): LaunchBackend => {
  const scenario = chooseScenario(options);
  const kubeVirtVersion = options.kubeVirtVersion ?? scenario.kubeVirtVersion;
  const launchLibvirt = chooseLibvirt(options);
  return async () => {
    removeStaleSandboxes();
    if (bash === undefined) {
      console.log(
        'There is no bash here: scripts for /bin/sh run with another shell than in a real cluster.',
      );
    }
    const lab = await launchLibvirt?.();
    const starting = startCluster({
      port: options.apiPort,
      writeKubeconfig: options.writeKubeconfig ?? defaultKubeconfig(options.apiPort),
      objects: [...scenarioObjects(scenario, kubeVirtVersion), ...scaleObjects(options.vms)],
      behaviours:
        scenario.withoutKubeVirt === true
          ? []
          : [
              (host, timing) => {
                registerKubeVirt(host, timing, { kubeVirtVersion, hco: scenario.hco, libvirt: lab?.forPod });
              },
            ],
      faults: options.faults,
    });
    let cluster: RunningCluster;
    try {
      cluster = await orPortTaken('--api-port', options.apiPort, starting);
    } catch (error) {
      await lab?.close();
      throw error;
    }
    const close = async (): Promise<void> => {
      await cluster.close();
      await lab?.close();
    };
    try {
      scenario.play?.(cluster.host);
      if (options.manifests !== undefined) {
        await loadManifests(cluster, options.manifests);
      }
    } catch (error) {
      await close();
      throw error;
    }
    const { url: apiUrl, personas, kubeconfigPath } = cluster;
    return {
      upstream: personaUpstream({ apiUrl, personas }),
      description: [
        `Kubernetes API: ${apiUrl}`,
        ...(lab === undefined ? [] : [`libvirt: real, in ${lab.folder}`]),
        ...(kubeconfigPath === undefined ? [] : [`export KUBECONFIG=${kubeconfigPath}`]),
      ].join('\n'),
      close,
    };
  };
};
