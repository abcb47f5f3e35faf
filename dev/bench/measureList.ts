import type { Browser } from '@playwright/test';
import type { MeasuredList } from './lists';
import type { MeasuredPage } from './openPage';
import { openPage, tasksBetween } from './openPage';
import type { BenchWindow } from './probe';

/** In milliseconds and bytes. */
export interface ListFigures {
  firstRow: number;
  loaded: number;
  blocking: number;
  longestTask: number;
  /** More than the empty page has. */
  heap: number;
  filter: number;
  clear: number;
  sort: number;
  /** Share of late frames while scrolling. */
  droppedFrames: number;
  requests: number;
  decoded: number;
  wire: number;
}

interface Moments {
  started: number;
  firstRow: number;
  loaded: number;
}

const load = async ({ page }: MeasuredPage, { path, loading }: MeasuredList, vms: number): Promise<Moments> =>
  page.evaluate(
    async ({ to, busy, count }) => {
      const { bench } = window as unknown as BenchWindow;
      const started = performance.now();
      window.history.pushState({}, '', to);
      window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
      const firstRow = await bench.until(() => bench.rows() > 0);
      await bench.until(() => bench.total() === count && document.querySelector(busy) === null);
      return { started, firstRow, loaded: performance.now() - started };
    },
    { to: path, busy: loading, count: vms },
  );

/** Milliseconds from an input event to the painted list. */
const type = async ({ page }: MeasuredPage, { filter }: MeasuredList, text: string, matches: number) =>
  page.evaluate(
    async ({ selector, value, count }) => {
      const { bench } = window as unknown as BenchWindow;
      const input = document.querySelector<HTMLInputElement>(selector);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      // React renders synchronously while the event is dispatched.
      const started = performance.now();
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      return bench.until(() => bench.total() === count, started);
    },
    { selector: filter, value: text, count: matches },
  );

const press = async (
  { page }: MeasuredPage,
  selector: string,
  done: 'total' | 'order',
  total: number,
): Promise<number> => {
  const target = await page.locator(selector).first().elementHandle();
  return page.evaluate(
    async ({ element, until, count }) => {
      const { bench } = window as unknown as BenchWindow;
      const before = bench.firstRow();
      const started = performance.now();
      (element as HTMLElement | null)?.click();
      return bench.until(
        () => (until === 'total' ? bench.total() === count : bench.firstRow() !== before),
        started,
      );
    },
    { element: target, until: done, count: total },
  );
};

const FRAME_MS = 1_000 / 60;

/** Scrolls a page of a hundred rows up and down and returns the share of missing frames. */
const scroll = async ({ page }: MeasuredPage): Promise<number> =>
  page.evaluate(
    async ({ frame }) => {
      const table = document.querySelector('main table');
      let scroller = table?.parentElement ?? null;
      while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight) {
        scroller = scroller.parentElement;
      }
      let [last, missing, seen] = [await new Promise<number>(requestAnimationFrame), 0, 0];
      for (let step = 0; step < 120; step += 1) {
        scroller?.scrollBy(0, step < 60 ? 80 : -80);
        const now = await new Promise<number>(requestAnimationFrame);
        missing += Math.max(0, Math.round((now - last) / frame) - 1);
        seen += 1;
        last = now;
      }
      return missing / (missing + seen);
    },
    { frame: FRAME_MS },
  );

/** Opens the list once, from a page that has its code loaded, and uses it. */
export const measureList = async (
  browser: Browser,
  url: string,
  list: MeasuredList,
  vms: number,
): Promise<ListFigures> => {
  const measured = await openPage(browser, url);
  const { page, heap, traffic } = measured;
  // Loads the code with a namespace of few rows, then measures the heap of an empty one.
  await page.goto(list.path.replace('all-namespaces', 'ns/scale-0'));
  await page.locator('main table tbody tr').first().waitFor();
  await measured.go(list.emptyPath);
  await page.locator('main [class*="empty-state"]').first().waitFor();
  // Unused lists stay cached for a few seconds.
  await page.waitForTimeout(6_000);
  const emptyHeap = await heap();
  traffic();

  const { started, firstRow, loaded } = await load(measured, list, vms);
  const { requests, decoded, wire } = traffic();
  const { blocking, longest } = await tasksBetween(page, started, started + loaded);
  const fullHeap = await heap();

  const digit = '7';
  const matches = Array.from(
    { length: vms },
    (_none, index) => `vm-${String(index).padStart(5, '0')}`,
  ).filter((name) => name.includes(digit)).length;
  const filter = await type(measured, list, digit, matches);
  const clear = await press(measured, list.clear, 'total', vms);
  const sort = await press(measured, `th:has-text("${list.sort}") button`, 'order', vms);
  await page.locator('[class*="pagination"] button[class*="menu-toggle"]').first().click();
  await page.getByRole('menuitem', { name: /^100/ }).click();
  // Waits until the rows are there.
  await page.waitForFunction(() => (window as unknown as BenchWindow).bench.rows() === 100);
  await page.waitForTimeout(1_000);
  const droppedFrames = await scroll(measured);
  await page.context().close();
  return {
    firstRow,
    loaded,
    blocking,
    longestTask: longest,
    heap: fullHeap - emptyHeap,
    filter,
    clear,
    sort,
    droppedFrames,
    requests,
    decoded,
    wire,
  };
};
