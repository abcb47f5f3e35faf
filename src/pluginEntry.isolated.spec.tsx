import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';

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

    /** What came of a link's events: modules that were asked for, and what they were told. */
    const seen: string[] = [];
    const append = (): MockInstance<ParentNode['append']> => vi.spyOn(document.head, 'append');

    /** The text of a link on a page of the console. */
    const linkTo = async (path: string): Promise<HTMLElement> => {
      seen.length = 0;
      const entry = await register();
      entry.init('scope');
      const link = document.createElement('a');
      link.href = path;
      const text = document.createElement('span');
      link.append(text);
      document.body.append(link);
      const module = {
        prefetch: () => seen.push('prefetch'),
        onPress: (pressed: string) => seen.push(`press ${pressed}`),
      };
      append().mockImplementation((script) => {
        globals.__kubevirt_sidecar_plugin_container__?.({
          init: () => undefined,
          get: async (name: string) => {
            seen.push(name);
            return Promise.resolve(() => module);
          },
        });
        (script as HTMLScriptElement).dispatchEvent(new Event('load'));
      });
      return text;
    };
    const untilSeen = async (...expected: string[]): Promise<void> =>
      vi.waitFor(() => {
        expect(seen).toEqual(expected);
      });
    const point = new MouseEvent('pointerover', { bubbles: true });
    const press = (more: MouseEventInit): Event =>
      new MouseEvent('pointerdown', { bubbles: true, button: 0, ...more });
    const key = (name: string): Event => new KeyboardEvent('keydown', { bubbles: true, key: name });

    it.each([
      [`${VM}/hook-validation`, 'HookValidationTab'],
      [`/console${VM}/sidecar-hooks#attached-sidecars`, 'VmSidecarsTab'],
      ['/k8s/ns/lab/sidecar-hooks', 'SidecarHooksPage'],
      ['/k8s/all-namespaces/sidecar-hooks?tab=hook-scripts', 'SidecarHooksPage'],
    ])('to %s loads the code as soon as it is pointed at', async (path, name) => {
      (await linkTo(path)).dispatchEvent(point);
      await untilSeen(name, 'prefetch');
    });

    it.each<[string, Event]>([
      ['the mouse', press({})],
      ['the Enter key', key('Enter')],
    ])('has the page read what it shows when it is pressed by %s', async (_what, event) => {
      (await linkTo(`${VM}/hook-validation`)).dispatchEvent(event);
      await untilSeen('HookValidationTab', 'prefetch', `press ${VM}/hook-validation`);
    });

    it.each<[string, Event]>([
      ['for its menu', press({ button: 2 })],
      ['for another window', press({ ctrlKey: true })],
      ['by another key', key('Tab')],
    ])('loads no more than the code when it is pressed %s', async (_what, event) => {
      (await linkTo(`${VM}/hook-validation`)).dispatchEvent(event);
      await untilSeen('HookValidationTab', 'prefetch');
    });

    it.each([VM, `${VM}/yaml`, '/k8s/ns/lab/pods/sidecar-hooks/logs', '/k8s/ns/lab/configmaps'])(
      'to %s loads nothing',
      async (path) => {
        const text = await linkTo(path);
        text.dispatchEvent(point);
        text.dispatchEvent(press({}));
        document.body.dispatchEvent(point);
        expect(append()).not.toHaveBeenCalled();
      },
    );

    it('loads again, when it is pointed at again, what did not come', async () => {
      const text = await linkTo(`${VM}/hook-validation`);
      append().mockImplementation((script) => {
        (script as HTMLScriptElement).dispatchEvent(new Event('error'));
      });
      await vi.waitFor(() => {
        text.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
        expect(append()).toHaveBeenCalledTimes(2);
      });
    });
  });
});
