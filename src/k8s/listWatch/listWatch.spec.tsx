import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { create, faults, setUpListWatch, start } from '../../testing/listWatchRig';
import { untilTimePasses } from '../../testing/untilTimePasses';

setUpListWatch();

it('polls what may not be watched, without an error, and watches once it may', async () => {
  await faults.add({ verb: 'watch', path: '/virtualmachines', fault: { kind: 'answer', code: 403 } });
  const errors: unknown[] = [];
  const { shown } = start((error) => errors.push(error));
  await shown('first');
  create('second');
  await shown('second');

  await faults.clear();
  create('third');
  await shown('third');
  expect(errors.filter((error) => error !== undefined)).toEqual([]);
});

it('retries at least half a minute after a refused list', async () => {
  await faults.add({ verb: 'list', path: '/virtualmachines', fault: { kind: 'answer', code: 403 } });
  const errors: unknown[] = [];
  const { shown } = start((error) => errors.push(error));
  await vi.waitFor(() => {
    expect(errors).toHaveLength(1);
  });
  await faults.clear();
  await vi.advanceTimersByTimeAsync(29_000);
  expect(errors).toHaveLength(1);
  await shown('first');
});

describe('a watch that is silent', () => {
  const silent = new Set<EventTarget>();
  const sockets: WebSocket[] = [];

  beforeEach(() => {
    sockets.length = 0;
    const Real = globalThis.WebSocket;
    vi.stubGlobal(
      'WebSocket',
      class extends Real {
        constructor(...args: ConstructorParameters<typeof WebSocket>) {
          super(...args);
          sockets.push(this);
        }
        override addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
          super.addEventListener(type, (event) => {
            if (!silent.has(this) && typeof listener === 'function') {
              listener(event);
            }
          });
        }
      },
    );
  });

  /** Lists, watches, and then hears nothing more from the server. */
  const becomeSilent = async (onChange?: Parameters<typeof start>[0]): Promise<ReturnType<typeof start>> => {
    const list = start(onChange);
    await list.shown('first');
    await untilTimePasses(() => {
      expect(sockets.map(({ readyState }) => readyState)).toEqual([WebSocket.OPEN]);
    });
    silent.add(sockets[0] ?? new EventTarget());
    return list;
  };

  it('is replaced; the list says since when, and gets what it missed', async () => {
    const stale: unknown[] = [];
    const { shown } = await becomeSilent((_error, staleSince) => stale.push(staleSince));
    create('missed');
    await shown('missed');
    expect([sockets.length, sockets[0]?.readyState === WebSocket.OPEN]).toEqual([2, false]);
    expect(stale).toContainEqual(expect.any(Number));
    expect(stale.at(-1)).toBeUndefined();
  });

  it('is replaced at once when the computer wakes up and is online again', async () => {
    const { names } = await becomeSilent();
    create('slept');
    // Asleep: the clock goes on, but timers do not.
    vi.setSystemTime(Date.now() + 3_600_000);
    window.dispatchEvent(new Event('online'));
    await untilTimePasses(
      () => {
        expect(names()).toContain('slept');
      },
      // Less than the silence after which it would be replaced anyway.
      { limitMs: 60_000 },
    );
  });
});

describe('on a page that is hidden', () => {
  const sockets: WebSocket[] = [];
  const setHidden = (isHidden: boolean): void => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const open = (): number => sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length;

  beforeEach(() => {
    sockets.length = 0;
    const Real = globalThis.WebSocket;
    vi.stubGlobal(
      'WebSocket',
      class extends Real {
        constructor(...args: ConstructorParameters<typeof WebSocket>) {
          super(...args);
          sockets.push(this);
        }
      },
    );
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('closes the watch after a minute, and resumes it when the page is visible', async () => {
    const { names, shown } = start();
    await shown('first');
    await untilTimePasses(() => {
      expect(open()).toBe(1);
    });
    setHidden(true);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(open()).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(open()).toBe(0);

    create('unseen');
    await vi.advanceTimersByTimeAsync(600_000);
    expect([open(), sockets.length, names().includes('unseen')]).toEqual([0, 1, false]);

    setHidden(false);
    await shown('unseen');
    expect(sockets).toHaveLength(2);
  });

  it('also closes it if the page was hidden from the start', async () => {
    setHidden(true);
    const { shown } = start();
    await shown('first');
    await untilTimePasses(() => {
      expect(open()).toBe(1);
    });
    // Before the server's own timeout.
    await untilTimePasses(
      () => {
        expect([sockets.length, open()]).toEqual([1, 0]);
      },
      { limitMs: 100_000 },
    );
  });

  it('keeps the watch if the page becomes visible within the minute', async () => {
    const { shown } = start();
    await shown('first');
    await untilTimePasses(() => {
      expect(open()).toBe(1);
    });
    setHidden(true);
    await vi.advanceTimersByTimeAsync(50_000);
    setHidden(false);
    await vi.advanceTimersByTimeAsync(30_000);
    create('seen');
    await shown('seen');
    expect(sockets).toHaveLength(1);
  });
});
