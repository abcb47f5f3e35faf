/** From a recipe to a running VM whose domain is verified. */
import { expect, test } from './test';

test('a recipe becomes a script, which is attached, runs and has what it promises', async ({
  page,
  ownVm,
}) => {
  await test.step('make the script', async () => {
    await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks?tab=hook-scripts`);
    // Before that, the button is one of the toolbar, which the empty state replaces.
    await expect(page.getByText('No hook scripts')).toBeVisible();
    await page.getByRole('button', { name: 'Create hook script' }).click();
    await page.getByRole('textbox', { name: 'Search recipes' }).fill('smbios');
    await page.getByRole('button', { name: 'SMBIOS strings' }).click();
    await page.getByRole('textbox', { name: 'Baseboard: manufacturer' }).fill('Acme & Sons');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('smbios is saved.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Baseboard: manufacturer' })).toHaveValue('Acme & Sons');
  });

  await test.step('attach it and start the VM', async () => {
    await page.goto(`${ownVm.page}/sidecar-hooks`);
    await page.getByRole('button', { name: 'Attach hook script' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: /ConfigMap/ }).click();
    await page.getByRole('option', { name: /smbios/ }).click();
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: /^Restart VM/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
    await expect(page.getByText('Applied', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('see that its promise holds', async () => {
    await page.getByRole('tab', { name: 'Hook validation' }).click();
    await expect(page.getByText('Verified', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/entry.* is “Acme & Sons”/)).toBeVisible();
  });
});
