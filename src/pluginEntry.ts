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
  let registered: ModuleContainer | undefined;
  globals.__kubevirt_sidecar_plugin_container__ = (loaded) => {
    registered = loaded;
  };
  await loadScript(url);
  if (registered === undefined) {
    throw new Error(`The script ${url} has no module container.`);
  }
  return registered;
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
    const loaded = await loadContainer(url);
    await loaded.init(scope);
    return loaded;
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

const container = lazyContainer(containerUrl);
globals.__load_plugin_entry__?.('kubevirt-sidecar-plugin', container);

/** What the modules that links lead to can do ahead. */
interface LinkedModule {
  /** Loads the code. */
  prefetch: () => void;
  /** Reads what a page will show. */
  onPress?: (path: string) => void;
}

/** Which module shows what a link leads to. */
const MODULES: readonly (readonly [path: RegExp, name: string])[] = [
  [/\/kubevirt\.io~v1~VirtualMachine\/[^/]+\/hook-validation$/, 'HookValidationTab'],
  [/\/kubevirt\.io~v1~VirtualMachine\/[^/]+\/sidecar-hooks$/, 'VmSidecarsTab'],
  [/\/sidecar-hooks$/, 'SidecarHooksPage'],
];

const isPress = (event: Event): boolean =>
  event instanceof KeyboardEvent
    ? event.key === 'Enter'
    : event instanceof MouseEvent &&
      event.type === 'pointerdown' &&
      event.button === 0 &&
      // Opened in another window, which reads by itself.
      !(event.ctrlKey || event.metaKey || event.shiftKey);

/**
 * As soon as the pointer or the focus comes to a link to one of our pages, wherever that is in the console, its code is
 * loaded; when the link is pressed, what the page will show is read: it is there before the hand lets go.
 */
const lookAtLink = async (event: Event): Promise<void> => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const name = link === null ? undefined : MODULES.find(([path]) => path.test(link.pathname))?.[1];
  if (link !== null && name !== undefined) {
    const { prefetch, onPress } = (await container.get(name))() as LinkedModule;
    prefetch();
    if (isPress(event)) {
      onPress?.(link.pathname);
    }
  }
};

['pointerover', 'focusin', 'pointerdown', 'keydown'].forEach((type) => {
  document.addEventListener(type, (event) => {
    // What does not come is told where the page is.
    lookAtLink(event).catch(() => undefined);
  });
});

export {};
