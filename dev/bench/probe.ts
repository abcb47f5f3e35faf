/**
 * Runs in the page. Playwright sends these functions as text, so they must not use outer variables, except what
 * `installProbe` puts on `window`.
 */
interface Task {
  start: number;
  duration: number;
}

interface Probe {
  tasks: Task[];
  /** Milliseconds from a moment (default: now) until the condition is true and painted. */
  until: (condition: () => boolean, from?: number) => Promise<number>;
  /** Number of rows on all pages of the list, from its pagination. */
  total: () => number;
  firstRow: () => string;
  /** The innermost element of the page's content with exactly this text. */
  byText: (text: string) => HTMLElement | undefined;
  rows: () => number;
}

export type BenchWindow = Window & { bench: Probe };

/** A Chromium API that TypeScript does not know yet. */
declare const scheduler: {
  postTask: (work: () => void, options: { priority: 'user-blocking' }) => Promise<void>;
};

export const installProbe = (): void => {
  const tasks: Task[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const rowElements = (): NodeListOf<Element> => document.querySelectorAll('main table tbody tr');
  let look: (() => void) | undefined;
  const nextFrame = requestAnimationFrame.bind(window);
  // Checks after each frame's work: what the page does in a frame is painted in the same frame.
  window.requestAnimationFrame = (work) =>
    nextFrame((time) => {
      work(time);
      look?.();
    });
  const probe: Probe = {
    tasks,
    until: async (condition, started = performance.now()) =>
      new Promise((done, failed) => {
        // The first task after a frame runs when that frame is painted; other waiting tasks come later.
        const isPainted = (): void => {
          void scheduler.postTask(
            () => {
              done(performance.now() - started);
            },
            { priority: 'user-blocking' },
          );
        };
        look = () => {
          try {
            if (condition()) {
              look = undefined;
              isPainted();
            }
          } catch (error) {
            look = undefined;
            failed(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const keepLooking = (): void => {
          if (look !== undefined) {
            requestAnimationFrame(keepLooking);
          }
        };
        keepLooking();
      }),
    total: () => {
      const text = document.querySelector('[class*="pagination"] [class*="menu-toggle__text"]')?.textContent;
      return Number(/(\d+)\s*$/.exec(text ?? '')?.[1] ?? Number.NaN);
    },
    byText: (text) =>
      [...document.querySelectorAll<HTMLElement>('main *')].findLast(
        ({ textContent }) => textContent.trim() === text,
      ),
    firstRow: () => rowElements()[0]?.textContent ?? '',
    rows: () => rowElements().length,
  };
  Object.assign(window, { bench: probe });
};
