import type { Browser } from '@playwright/test';
import { HOSTILE_PAGES, USUAL_PAGE } from './hostileObjects';
import { openPage, tasksBetween } from './openPage';
import { milliseconds, printTable } from './printTable';
import { startServers } from './startServers';

/** Longer than the checks of a script may take. */
const WATCHED_MS = 10_000;

/** Prints how long hostile objects block the page: nothing that is typed or clicked is answered meanwhile. */
export const benchHostile = async (browser: Browser): Promise<void> => {
  const servers = await startServers({ vms: 0, hostile: true });
  try {
    const rows: string[][] = [];
    for (const [title, path] of HOSTILE_PAGES) {
      const measured = await openPage(browser, servers.url);
      const { page } = measured;
      // The code of the pages and the editor are loaded first: what is measured is what the owner wrote.
      await page.goto(`${servers.url}${USUAL_PAGE}`);
      await page.locator('.monaco-editor').first().waitFor();
      await measured.go('/k8s/all-namespaces/sidecar-hooks');
      await page.waitForLoadState('networkidle');
      const from = await page.evaluate(() => performance.now());
      await measured.go(path);
      await page.waitForTimeout(WATCHED_MS);
      const { longest } = await tasksBetween(page, from, from + WATCHED_MS);
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      rows.push([title, milliseconds(longest), String(elements)]);
      await page.context().close();
    }
    printTable('Hostile objects', ['', 'longest task', 'elements'], rows);
  } finally {
    await servers.stop();
  }
};
