import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import open from 'open';
import { startCluster } from '../cluster/index';
import { registerKubeVirt } from '../cluster/kubevirt';
import type { RunningCluster } from '../cluster/contract';
import type { RunningConsole } from '../console/server/consoleServer';
import { startConsole } from '../console/server/consoleServer';
import { personaUpstream } from '../console/server/personaUpstream';
import type { Scenario } from '../scenarios';
import { scaleObjects } from '../scenarios';
import { applyManifests } from './applyManifests';
import { buildIfChanged } from './buildIfChanged';
import { hostBuild, hostFolder, localesFolder, patternflyFolder, pluginBuild, pluginFolder } from './builds';
import { chooseScenario } from './chooseScenario';
import { readManifestFolder } from './manifests';
import type { StartOptions } from './options';
import { HELP, parseOptions } from './options';
import { UserError } from './userError';

type Close = () => Promise<void>;

const isPortTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Says which option moves to another port. */
const orPortTaken = async <T>(option: string, port: number, starting: Promise<T>): Promise<T> => {
  try {
    return await starting;
  } catch (error) {
    throw isPortTaken(error)
      ? new UserError(`Port ${port} is in use. Choose another with ${option} PORT.`)
      : error;
  }
};

const defaultKubeconfig = (): string =>
  join(tmpdir(), `kubevirt-sidecar-plugin-${userInfo().username}`, 'kubeconfig');

const launchCluster = async (scenario: Scenario, options: StartOptions): Promise<RunningCluster> => {
  const starting = startCluster({
    port: options.apiPort,
    writeKubeconfig: options.writeKubeconfig ?? defaultKubeconfig(),
    objects: [...scenario.objects(), ...scaleObjects(options.vms)],
    behaviours: [registerKubeVirt],
  });
  return orPortTaken('--api-port', options.apiPort, starting);
};

const loadManifests = async (cluster: RunningCluster, folder: string): Promise<void> => {
  const read = readManifestFolder(folder);
  const refused = await applyManifests(cluster, read.manifests);
  for (const problem of [...read.problems, ...refused]) {
    console.error(`Not loaded: ${problem}`);
  }
  console.log(`Loaded ${read.manifests.length - refused.length} objects from ${folder}.`);
};

const launchConsole = async (
  cluster: RunningCluster,
  { port, virtualization }: StartOptions,
): Promise<RunningConsole> => {
  const starting = startConsole({
    port,
    upstream: personaUpstream({ apiUrl: cluster.url, personas: cluster.personas }),
    pluginFolder,
    localesFolder,
    hostFolder,
    patternflyFolder,
    flags: virtualization ? ['KUBEVIRT_VIRTUALIZATION_NAV'] : [],
  });
  return orPortTaken('--port', port, starting);
};

/** The console is ready when it serves what the browser asks for first. */
const checkServed = async ({ port }: RunningConsole): Promise<void> => {
  for (const path of ['/api/plugins/kubevirt-sidecar-plugin/plugin-manifest.json', '/api/kubernetes/apis']) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    await response.arrayBuffer();
    if (!response.ok) {
      throw new UserError(`The console does not serve ${path}: HTTP status ${response.status}.`);
    }
  }
};

const startAll = async (options: StartOptions, signal: AbortSignal, closers: Close[]): Promise<void> => {
  // Told before anything is built.
  const scenario = chooseScenario(options);
  await Promise.all([buildIfChanged(pluginBuild, signal), buildIfChanged(hostBuild, signal)]);
  const cluster = await launchCluster(scenario, options);
  closers.unshift(cluster.close);
  scenario.play?.(cluster.host);
  if (options.manifests !== undefined) {
    await loadManifests(cluster, options.manifests);
  }
  const console_ = await launchConsole(cluster, options);
  closers.unshift(console_.close);
  await checkServed(console_);
  console.log(`Kubernetes API: ${cluster.url}`);
  if (cluster.kubeconfigPath !== undefined) {
    console.log(`export KUBECONFIG=${cluster.kubeconfigPath}`);
  }
  console.log(`ready: ${console_.url}`);
  if (options.open && process.stdout.isTTY && process.env.CI === undefined) {
    await open(console_.url);
  }
};

/** `npm start`: builds what changed, starts cluster and console, and ends both on Ctrl-C or SIGTERM. */
export const run = async (args: readonly string[]): Promise<void> => {
  const closers: Close[] = [];
  const stopping = new AbortController();
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0)) {
      await close();
    }
  };
  const stop = (): void => {
    stopping.abort();
    void closeAll();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const options = parseOptions(args);
    if (options.help) {
      console.log(HELP);
      return;
    }
    await startAll(options, stopping.signal, closers);
    if (stopping.signal.aborted) {
      await closeAll();
    }
  } catch (error) {
    await closeAll();
    if (!stopping.signal.aborted) {
      console.error(error instanceof UserError || error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
};
