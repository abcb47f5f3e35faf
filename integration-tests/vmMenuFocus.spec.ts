import { expect, test } from './test';

for (const action of ['Attach hook script', 'Detach hook script']) {
  test(`the dialog "${action}" gives the focus back to the menu of the VM's page`, async ({ page }) => {
    await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm');
    const menu = page.getByRole('button', { name: 'Actions', exact: true });
    const openAndClose = async (): Promise<void> => {
      await menu.click();
      await page.getByRole('menuitem', { name: action }).click();
      await page.getByRole('dialog', { name: action }).waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(menu).toBeFocused();
    };
    await openAndClose();
    // Now the code of the dialog is there already.
    await openAndClose();
  });
}
