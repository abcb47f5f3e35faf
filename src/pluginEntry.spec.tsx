import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

interface Container {
  init: (scope: unknown) => unknown;
  get: (name: string) => Promise<() => unknown>;
}

type Globals = Record<string, ((...args: unknown[]) => void) | undefined>;

const globals = globalThis as unknown as Globals;
const ENTRY = 'https://console/api/plugins/p/plugin-entry.0123abcd.min.js';

/** The script is never unloaded. */
let stopListening = (): void => undefined;

/** Runs the entry script as the console does and answers what it registers. */
const register = async (): Promise<Container> => {
  const script = document.createElement('script');
  script.src = `${ENTRY}?cacheBuster=1`;
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  const registered = vi.fn<(name: string, container: Container) => void>();
  globals.__load_plugin_entry__ = registered as Globals[string];
  vi.resetModules();
  const listen = vi.spyOn(document, 'addEventListener');
  await import('./pluginEntry');
  stopListening = () => {
    listen.mock.calls.forEach(([type, listener]) => {
      document.removeEventListener(type, listener);
    });
  };
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
    stopListening();
    document.body.replaceChildren();
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

  describe('where a link is', () => {
    const VM = '/k8s/ns/lab/kubevirt.io~v1~VirtualMachine/web';

    /** A page with a link, and what came of its events: modules that were asked for, then what they were told. */
    const pageWith = async (path: string): Promise<{ text: HTMLElement; seen: string[] }> => {
      const seen: string[] = [];
      const entry = await register();
      entry.init('scope');
      document.body.innerHTML = `<a href="${path}"><span>Link</span></a>`;
      const module = {
        prefetch: () => seen.push('prefetch'),
        onPress: (pressed: string) => seen.push(`press ${pressed}`),
      };
      vi.spyOn(document.head, 'append').mockImplementation((script) => {
        globals.__kubevirt_sidecar_plugin_container__?.({
          init: () => undefined,
          get: async (name: string) => {
            seen.push(name);
            return Promise.resolve(() => module);
          },
        });
        (script as HTMLScriptElement).dispatchEvent(new Event('load'));
      });
      return { text: screen.getByText('Link'), seen };
    };

    it.each([
      [`${VM}/hook-validation`, 'HookValidationTab'],
      [`/console${VM}/sidecar-hooks#attached-sidecars`, 'VmSidecarsTab'],
      ['/k8s/ns/lab/sidecar-hooks', 'SidecarHooksPage'],
      ['/k8s/all-namespaces/sidecar-hooks?tab=hook-scripts', 'SidecarHooksPage'],
    ])('to %s loads the code as soon as it is pointed at', async (path, name) => {
      const { text, seen } = await pageWith(path);
      fireEvent.pointerOver(text);
      await waitFor(() => {
        expect(seen).toEqual([name, 'prefetch']);
      });
    });

    it.each<[string, (text: HTMLElement) => void]>([
      ['the mouse', (text) => fireEvent.pointerDown(text, { button: 0 })],
      ['the Enter key', (text) => fireEvent.keyDown(text, { key: 'Enter' })],
    ])('has the page read what it shows when it is pressed by %s', async (_what, press) => {
      const { text, seen } = await pageWith(`${VM}/hook-validation`);
      press(text);
      await waitFor(() => {
        expect(seen).toEqual(['HookValidationTab', 'prefetch', `press ${VM}/hook-validation`]);
      });
    });

    it.each<[string, (text: HTMLElement) => void]>([
      ['for its menu', (text) => fireEvent.pointerDown(text, { button: 2 })],
      ['for another window', (text) => fireEvent.pointerDown(text, { button: 0, ctrlKey: true })],
      ['by another key', (text) => fireEvent.keyDown(text, { key: 'Tab' })],
    ])('loads no more than the code when it is pressed %s', async (_what, press) => {
      const { text, seen } = await pageWith(`${VM}/hook-validation`);
      press(text);
      await waitFor(() => {
        expect(seen).toEqual(['HookValidationTab', 'prefetch']);
      });
    });

    it.each([VM, `${VM}/yaml`, '/k8s/ns/lab/pods/sidecar-hooks/logs', '/k8s/ns/lab/configmaps'])(
      'to %s loads nothing',
      async (path) => {
        const { text } = await pageWith(path);
        fireEvent.pointerOver(text);
        fireEvent.pointerDown(text, { button: 0 });
        fireEvent.pointerOver(document.body);
        expect(document.head.append).not.toHaveBeenCalled();
      },
    );

    it('loads again, when it is pointed at again, what did not come', async () => {
      const { text } = await pageWith(`${VM}/hook-validation`);
      vi.spyOn(document.head, 'append').mockImplementation((script) => {
        (script as HTMLScriptElement).dispatchEvent(new Event('error'));
      });
      await waitFor(() => {
        fireEvent.focusIn(text);
        expect(document.head.append).toHaveBeenCalledTimes(2);
      });
    });
  });
});
