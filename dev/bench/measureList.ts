import type { Browser } from '@playwright/test';
import type { MeasuredList } from './lists';
import type { MeasuredPage } from './openPage';
import { openPage, tasksBetween } from './openPage';
import type { BenchWindow } from './probe';

/** Milliseconds and bytes. */
export interface ListFigures {
  firstRow: number;
  loaded: number;
  blocking: number;
  longestTask: number;
  /** Above the empty page. */
  heap: number;
  filter: number;
  clear: number;
  sort: number;
  /** Share of frames that came late while scrolling. */
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

/** Milliseconds from an input to the painted list. */
const type = async ({ page }: MeasuredPage, { filter }: MeasuredList, text: string, matches: number) =>
  page.evaluate(
    async ({ selector, value, count }) => {
      const { bench } = window as unknown as BenchWindow;
      const input = document.querySelector<HTMLInputElement>(selector);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      // React renders while the event is dispatched.
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

/** Scrolls a page of a hundred rows up and down and answers the share of frames that are missing. */
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

/** Opens the list once, from a page that has its code, and does with it what people do. */
export const measureList = async (
  browser: Browser,
  url: string,
  list: MeasuredList,
  vms: number,
): Promise<ListFigures> => {
  const measured = await openPage(browser, url);
  const { page, heap, traffic } = measured;
  // The code is loaded by a namespace with few rows, the heap is compared with one that has none.
  await page.goto(list.path.replace('all-namespaces', 'ns/scale-0'));
  await page.locator('main table tbody tr').first().waitFor();
  await measured.go(list.emptyPath);
  await page.locator('main [class*="empty-state"]').first().waitFor();
  // A list that nobody reads is kept for a moment.
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
  // Scrolling is measured on rows that are there.
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
