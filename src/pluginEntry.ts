/** What the console asks of a plugin: webpack's module container. */
interface ModuleContainer {
  init: (sharedScope: unknown) => unknown;
  get: (moduleName: string) => Promise<() => unknown>;
}

interface EntryGlobals {
  /** The console's own; it takes one call of each plugin. */
  __load_plugin_entry__?: (pluginName: string, container: ModuleContainer) => void;
  /** What the container's script calls: LazyContainerPlugin puts this name in. */
  __kubevirt_sidecar_plugin_container__?: (container: ModuleContainer) => void;
}

const globals = globalThis as EntryGlobals;

const loadScript = async (url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      script.remove();
      reject(new Error(`The script ${url} could not be loaded.`));
    };
    document.head.append(script);
  });

const loadContainer = async (url: string): Promise<ModuleContainer> => {
  let container: ModuleContainer | undefined;
  globals.__kubevirt_sidecar_plugin_container__ = (loaded) => {
    container = loaded;
  };
  await loadScript(url);
  if (container === undefined) {
    throw new Error(`The script ${url} has no module container.`);
  }
  return container;
};

/**
 * Stands for the plugin's module container until one of its modules is asked for. The container knows every module
 * that is shared with the console and how to come by it: too much to load on pages that show nothing of the plugin.
 * A failed load is tried again by the next question.
 */
const lazyContainer = (url: string): ModuleContainer => {
  let scope: unknown;
  let loading: Promise<ModuleContainer> | undefined;

  const load = async (): Promise<ModuleContainer> => {
    const container = await loadContainer(url);
    await container.init(scope);
    return container;
  };

  return {
    init: (sharedScope) => {
      scope = sharedScope;
    },
    get: async (moduleName) => {
      loading ??= load();
      try {
        return await (await loading).get(moduleName);
      } catch (error) {
        loading = undefined;
        throw error;
      }
    },
  };
};

/** The script that runs now: `…/plugin-entry.<hash>.min.js`. Its container lies beside it under the same hash. */
const { src } = document.currentScript as HTMLScriptElement;
const containerUrl = src.replace(/plugin-entry([^/?]*)(\?.*)?$/, 'plugin-container$1');

globals.__load_plugin_entry__?.('kubevirt-sidecar-plugin', lazyContainer(containerUrl));

export {};
