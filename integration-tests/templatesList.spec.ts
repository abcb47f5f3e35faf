import { LIST } from './places';
import { expect, test } from './test';

test('templates are listed, filtered in the URL, and lead to their tabs', async ({ page }) => {
  await page.goto(LIST);
  await page.getByRole('tab', { name: 'Templates' }).click();
  const shop = page.getByRole('row', { name: /^shop-server/ });
  await expect(shop).toContainText('-disk-limits');
  await page.getByRole('textbox', { name: 'Filter by name' }).fill('cache');
  await expect(shop).toBeHidden();
  await expect(page).toHaveURL(/tab=templates.*name=cache/);
  await page.reload();
  await expect(page.locator('[data-test="template-link"]')).toHaveText(['cache-node']);
  await page.locator('[data-test="template-link"]').click();
  await expect(page).toHaveURL(/VirtualMachineTemplate\/cache-node\/sidecar-hooks$/);
  await expect(page.getByRole('heading', { name: 'Hook sidecars', exact: true })).toBeVisible();
});
