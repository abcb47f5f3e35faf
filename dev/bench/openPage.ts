import type { Browser, CDPSession, Page } from '@playwright/test';
import { installProbe, type BenchWindow } from './probe';

interface Traffic {
  requests: number;
  /** Bytes after and before decompression. */
  decoded: number;
  wire: number;
}

export interface MeasuredPage {
  page: Page;
  /** Bytes of the page's heap after garbage collection, including its workers. */
  heap: () => Promise<number>;
  /** Traffic with the Kubernetes API since the last call. */
  traffic: () => Traffic;
  /** Navigates to a path as a link would, without a page load. */
  go: (path: string) => Promise<void>;
}

const countTraffic = async (session: CDPSession): Promise<() => Traffic> => {
  let traffic: Traffic = { requests: 0, decoded: 0, wire: 0 };
  const api = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.includes('/api/kubernetes/')) {
      api.add(requestId);
      traffic.requests += 1;
    }
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    traffic.decoded += api.has(requestId) ? dataLength : 0;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    traffic.wire += api.has(requestId) ? encodedDataLength : 0;
  });
  await session.send('Network.enable');
  return () => {
    const counted = traffic;
    traffic = { requests: 0, decoded: 0, wire: 0 };
    return counted;
  };
};

/** A page in its own browser context, so that pages share no caches or heaps. */
export const openPage = async (browser: Browser, url: string): Promise<MeasuredPage> => {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  // A helper that the TypeScript runner adds to functions that are sent to the page.
  await page.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
  await page.addInitScript(installProbe);
  const session = await context.newCDPSession(page);
  const traffic = await countTraffic(session);
  return {
    page,
    traffic,
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      return usedSize;
    },
    go: async (path) => {
      await page.evaluate((to) => {
        window.history.pushState({}, '', to);
        window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
      }, path);
    },
  };
};

/** The tasks on the main thread between two moments of the page's clock. */
export const tasksBetween = async (
  page: Page,
  from: number,
  to: number,
): Promise<{ blocking: number; longest: number }> => {
  // The browser reports long tasks with a delay.
  await page.waitForTimeout(300);
  const tasks = await page.evaluate(
    ([start, end]) =>
      (window as unknown as BenchWindow).bench.tasks.filter(
        (task) => task.start + task.duration > start && task.start < end,
      ),
    [from, to] as const,
  );
  return {
    blocking: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
};
