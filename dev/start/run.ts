import open from 'open';
import type { RunningConsole } from '../console/server/consoleServer';
import { startConsole } from '../console/server/consoleServer';
import type { Upstream } from '../console/server/upstream';
import { buildIfChanged } from '../base/buildIfChanged';
import {
  HOST_BUILD,
  hostFolder,
  localesFolder,
  PATTERNFLY_FOLDERS,
  PLUGIN_BUILD,
  pluginFolder,
} from '../base/builds';
import { prepareEmbedded } from './embeddedBackend';
import type { StartOptions } from './options';
import { HELP, parseOptions } from './options';
import { orPortTaken } from './orPortTaken';
import { prepareOwn } from './ownBackend';
import { UserError } from '../base/userError';

type Close = () => Promise<void>;

const launchConsole = async (
  upstream: Upstream,
  { port, virtualization, patternfly }: StartOptions,
): Promise<RunningConsole> => {
  const starting = startConsole({
    port,
    upstream,
    pluginFolder,
    localesFolder,
    hostFolder,
    patternflyFolder: PATTERNFLY_FOLDERS[patternfly],
    flags: virtualization ? ['KUBEVIRT_VIRTUALIZATION_NAV'] : [],
  });
  return orPortTaken('--port', port, starting);
};

/** Checks that the console serves the file that the browser requests first. */
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
  // Errors in the options or the user's cluster are reported before anything is built.
  const launch =
    options.kubeconfig === undefined
      ? prepareEmbedded(options)
      : await prepareOwn(options.kubeconfig, options);
  await Promise.all([buildIfChanged(PLUGIN_BUILD, signal), buildIfChanged(HOST_BUILD, signal)]);
  const backend = await launch();
  closers.unshift(backend.close);
  const console_ = await launchConsole(backend.upstream, options);
  closers.unshift(console_.close);
  await checkServed(console_);
  console.log(backend.description);
  console.log(`ready: ${console_.url}`);
  if (options.open && process.stdout.isTTY && process.env.CI === undefined) {
    await open(console_.url);
  }
};

/** `npm start`: builds what changed, starts or connects console and cluster, and stops both on Ctrl-C or SIGTERM. */
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
  // A Ctrl-C arrives more than once: from the terminal, and again from npm. Later ones must not end the process before
  // everything is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, stop);
  }
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
