import { setTimeout as sleep } from 'node:timers/promises';
import type { BarePage } from './barePage';
import type { BenchWindow } from './probe';

const LIMIT_MS = 60_000;
/** How long the pointer rests on an element before the click. */
const HOVER_MS = 200;
/** How long a page takes to finish its work after it has shown something. */
const SETTLE_MS = 2_000;

/** Milliseconds until something was shown, and the longest task until the page was idle. */
export interface Shown {
  took: number;
  longest: number;
}

const longestSince = async (page: BarePage, from: number): Promise<number> => {
  await sleep(SETTLE_MS);
  return page.evaluate(
    (start) =>
      Math.max(
        0,
        ...(window as unknown as BenchWindow).bench.tasks
          .filter((task) => task.start + task.duration > start)
          .map(({ duration }) => duration),
      ),
    from,
  );
};

/** Waits until an element with this text is shown and the page is idle. */
export const waitForText = async (page: BarePage, text: string): Promise<void> => {
  const until = performance.now() + LIMIT_MS;
  const isShown = async (): Promise<boolean> =>
    page.evaluate((sought) => (window as unknown as BenchWindow).bench.byText(sought) !== undefined, text);
  // While the page loads, evaluation fails.
  while (!(await isShown().catch(() => false))) {
    if (performance.now() > until) {
      throw new Error(`“${text}” is not shown.`);
    }
    await sleep(100);
  }
  await sleep(SETTLE_MS);
};

/**
 * Moves the pointer to the element with this text and clicks it. Measures from the click event until new XML is painted:
 * each dump has another title.
 */
export const clickForXml = async (page: BarePage, text: string): Promise<Shown> => {
  const place = await page.evaluate((sought) => {
    const target = (window as unknown as BenchWindow).bench.byText(sought);
    target?.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = target?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, text);
  await page.pointAt(place);
  await sleep(HOVER_MS);
  const shown = page.evaluate(
    async ([sought, limit]) => {
      const { bench } = window as unknown as BenchWindow;
      const shown = (): string | undefined =>
        /<title>dump.\d+/.exec(
          // The lines of the editor, or the plain text that stands there until the editor is loaded.
          document.querySelector('[data-test="domain-xml-text"] :is(.view-lines, pre)')?.textContent ?? '',
        )?.[0];
      const before = shown();
      const asked = performance.now();
      let started: number | undefined;
      const onClick = (): void => {
        started = performance.now();
      };
      window.addEventListener('click', onClick, { once: true, capture: true });
      await bench.until(() => {
        if (performance.now() - asked > limit) {
          throw new Error(`The click on “${sought}” brought no other XML.`);
        }
        const now = shown();
        return now !== undefined && now !== before;
      });
      started ??= asked;
      return [started, performance.now() - started] as const;
    },
    [text, LIMIT_MS] as const,
  );
  await page.click(place);
  const [from, took] = await shown;
  return { took, longest: await longestSince(page, from) };
};

/** Searches for a text that occurs once in the XML. */
export const find = async (page: BarePage, text: string): Promise<Shown> => {
  await page.evaluate(async () => {
    const { bench } = window as unknown as BenchWindow;
    [...document.querySelectorAll('button')]
      .find(({ textContent }) => textContent.trim() === 'Find')
      ?.click();
    await bench.until(() => document.querySelector('.find-widget.visible textarea') !== null);
  }, null);
  const from = await page.evaluate(() => performance.now(), null);
  await page.insertText(text);
  const took = await page.evaluate(
    async ([started, limit]) => {
      const { bench } = window as unknown as BenchWindow;
      await bench.until(() => {
        if (performance.now() - started > limit) {
          throw new Error('The text is not found.');
        }
        return document.querySelector('.find-widget .matchesCount')?.textContent === '1 of 1';
      });
      return performance.now() - started;
    },
    [from, LIMIT_MS] as const,
  );
  return { took, longest: await longestSince(page, from) };
};
