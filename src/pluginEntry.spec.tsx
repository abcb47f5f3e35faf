import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Container {
  init: (scope: unknown) => unknown;
  get: (name: string) => Promise<() => unknown>;
}

type Globals = Record<string, ((...args: unknown[]) => void) | undefined>;

const globals = globalThis as unknown as Globals;
const ENTRY = 'https://console/api/plugins/p/plugin-entry.0123abcd.min.js';

/** Runs the entry script as the console does and answers what it registers. */
const register = async (): Promise<Container> => {
  const script = document.createElement('script');
  script.src = `${ENTRY}?cacheBuster=1`;
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  const registered = vi.fn<(name: string, container: Container) => void>();
  globals.__load_plugin_entry__ = registered as Globals[string];
  vi.resetModules();
  await import('./pluginEntry');
  expect(registered).toHaveBeenCalledOnce();
  const [name, container] = registered.mock.calls[0] ?? [];
  expect(name).toBe('kubevirt-sidecar-plugin');
  if (container === undefined) {
    throw new Error('The entry registered no container.');
  }
  return container;
};

/** The script that the entry has put into the page; what it loads is up to the test. */
const requested = (): HTMLScriptElement | undefined => document.head.querySelector('script') ?? undefined;

const answer = (container: Container): void => {
  globals.__kubevirt_sidecar_plugin_container__?.(container);
  requested()?.dispatchEvent(new Event('load'));
};

describe('the plugin’s entry', () => {
  beforeEach(() => {
    document.head.replaceChildren();
  });
  afterEach(() => {
    delete globals.__load_plugin_entry__;
    delete globals.__kubevirt_sidecar_plugin_container__;
  });

  it('loads the container beside it when a module is asked for, and only then', async () => {
    const entry = await register();
    entry.init('scope');
    expect(requested()).toBeUndefined();

    const init = vi.fn();
    const module = entry.get('Page');
    expect(requested()?.src).toBe('https://console/api/plugins/p/plugin-container.0123abcd.min.js');
    answer({ init, get: async (name) => Promise.resolve(() => `module ${name}`) });
    expect((await module)()).toBe('module Page');
    expect(init).toHaveBeenCalledWith('scope');
  });

  it('loads the container once for all modules', async () => {
    const entry = await register();
    const modules = [entry.get('One'), entry.get('Two')];
    answer({ init: () => undefined, get: async (name) => Promise.resolve(() => name) });
    expect((await Promise.all(modules)).map((factory) => factory())).toEqual(['One', 'Two']);
    expect(document.head.querySelectorAll('script')).toHaveLength(1);
  });

  it('tells that the container could not be loaded, and tries again when asked again', async () => {
    const entry = await register();
    const failing = entry.get('Page');
    requested()?.dispatchEvent(new Event('error'));
    await expect(failing).rejects.toThrow('could not be loaded');

    const module = entry.get('Page');
    answer({ init: () => undefined, get: async () => Promise.resolve(() => 'loaded') });
    expect((await module)()).toBe('loaded');
  });
});
