import type { Locator } from '@playwright/test';
import { expect, test } from './test';

const place = async (element: Locator): Promise<DOMRect> =>
  element.evaluate((shown) => shown.getBoundingClientRect());

for (const width of [1280, 1440]) {
  test(`pagination stands in the line of the selection at ${width} pixels, also with many VMs`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/k8s/all-namespaces/sidecar-hooks');
    const pages = page.getByRole('button', { name: / of / }).first();
    await expect(pages).toBeVisible();
    await pages
      .locator('b')
      .first()
      .evaluate((range) => {
        range.textContent = '1951 - 2000';
      });
    await pages
      .locator('b')
      .last()
      .evaluate((count) => {
        count.textContent = '2000';
      });
    await page.getByRole('checkbox', { name: 'Select this page' }).check();
    const filters = await place(page.getByRole('textbox', { name: 'Filter by name' }));
    const selection = await place(page.getByRole('button', { name: 'Select rows' }));
    expect(selection.top).toBeGreaterThan(filters.bottom);
    const { top, bottom } = await place(pages);
    expect(top).toBeLessThan(selection.bottom);
    expect(bottom).toBeGreaterThan(selection.top);
    // Not more than the toolbar's own padding.
    expect((await place(page.getByRole('grid'))).top - selection.bottom).toBeLessThan(32);
  });
}
