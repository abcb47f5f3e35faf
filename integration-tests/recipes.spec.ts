/** From a recipe to a running VM whose domain is verified. */
import { expect, test } from './test';

test('a recipe becomes a script, which is attached, runs and has what it promises', async ({
  page,
  ownVm,
}) => {
  const dialog = page.getByRole('dialog');

  await test.step('make the script for the VM', async () => {
    await page.goto(`${ownVm.page}/sidecar-hooks`);
    await page.getByRole('button', { name: 'Attach hook script' }).first().click();
    await dialog.getByRole('button', { name: 'From a recipe' }).click();
    await page.getByRole('textbox', { name: 'Search recipes' }).fill('smbios');
    await page.getByRole('button', { name: 'SMBIOS strings' }).click();
    await page.getByRole('textbox', { name: 'Baseboard: manufacturer' }).fill('Acme & Sons');
    await page.getByRole('button', { name: 'Save and attach' }).click();
  });

  await test.step('attach it and start the VM', async () => {
    await expect(dialog.getByRole('combobox', { name: 'ConfigMap' })).toHaveValue('smbios');
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: /^Restart VM/ }).click();
    await dialog.getByRole('button', { name: 'Restart' }).click();
    await expect(page.getByText('Applied', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('see that its promise holds', async () => {
    await page.getByRole('tab', { name: 'Hook validation' }).click();
    await expect(page.getByText('Verified', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/entry.* is “Acme & Sons”/)).toBeVisible();
  });
});
