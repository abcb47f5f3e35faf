import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { LISTS } from './lists';
import { openPage, tasksBetween } from './openPage';
import { milliseconds, printTable } from './printTable';
import type { BenchWindow } from './probe';
import { startServers } from './startServers';

const PLAN = { perSecond: 500, seconds: 20 };
/** The page must be current so soon after the last change. */
const CURRENT_AFTER_MS = 1_000;

/** What the page shows of each VM, by its own export: `namespace/name` → status. */
const exported = async (page: Page): Promise<[string, string][]> => {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  return [...text.matchAll(/^(vm-\d+),(scale-\d+),([^,]*),/gm)].map(
    ([, name = '', namespace = '', status = '']): [string, string] => [`${namespace}/${name}`, status],
  );
};

/** Changes, deletes and creates VMs at a high rate while the list is shown, and compares the list with the cluster. */
export const benchEvents = async (browser: Browser, { vms }: { vms: number }): Promise<void> => {
  const servers = await startServers({ vms });
  try {
    const { page } = await openPage(browser, servers.url);
    await page.goto(LISTS[0].path);
    await page.waitForFunction((count) => (window as unknown as BenchWindow).bench.total() === count, vms, {
      timeout: 120_000,
    });
    await page.waitForTimeout(2_000);
    const from = await page.evaluate(() => performance.now());
    const changes = await servers.change(PLAN);
    const to = await page.evaluate(() => performance.now());
    await page.waitForTimeout(CURRENT_AFTER_MS);
    const shown = await exported(page);
    const { blocking, longest } = await tasksBetween(page, from, to);
    const expected = Object.entries(await servers.statuses());
    const byPlace = new Map(shown);
    printTable(
      `${PLAN.perSecond} events a second for ${PLAN.seconds} s, ${vms} VMs`,
      ['', 'this plugin'],
      [
        ['changes made', String(changes)],
        ['total blocking time', milliseconds(blocking)],
        ['longest task', milliseconds(longest)],
        [
          `VMs shown wrongly ${CURRENT_AFTER_MS} ms later`,
          String(expected.filter(([place, status]) => byPlace.get(place) !== status).length),
        ],
        ['VMs shown twice', String(shown.length - byPlace.size)],
        ['VMs shown that are gone', String(shown.length - expected.length)],
      ],
    );
    await page.context().close();
  } finally {
    await servers.stop();
  }
};
