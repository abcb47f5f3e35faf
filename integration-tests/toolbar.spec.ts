import type { Locator } from '@playwright/test';
import { expect, test } from './test';

test.use({ viewport: { width: 1440, height: 900 } });

test('pagination stands in the line of the filters, also with many VMs', async ({ page }) => {
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
  const place = async (element: Locator): Promise<DOMRect> =>
    element.evaluate((shown) => shown.getBoundingClientRect());
  const filters = await place(page.getByRole('textbox', { name: 'Filter by name' }));
  expect((await place(pages)).top).toBeLessThan(filters.bottom);
  // Not more than the toolbar's own padding.
  expect((await place(page.getByRole('grid'))).top - filters.bottom).toBeLessThan(32);
});
