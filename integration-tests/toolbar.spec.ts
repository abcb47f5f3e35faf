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
  const filters = await page.getByRole('textbox', { name: 'Filter by name' }).boundingBox();
  const shown = await pages.boundingBox();
  const table = await page.getByRole('grid').boundingBox();
  const bottom = (box: typeof shown): number => (box === null ? NaN : box.y + box.height);
  expect(shown?.y).toBeLessThan(bottom(filters));
  // Not more than the toolbar's own padding.
  expect((table?.y ?? NaN) - bottom(filters)).toBeLessThan(32);
});
