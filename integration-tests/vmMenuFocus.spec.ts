import { expect, test } from './test';
import { LIST } from './places';

const menus = [
  {
    place: "VM's page",
    path: '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm',
    button: 'Actions',
  },
  { place: 'row', path: LIST, button: 'Actions of VM example-vm' },
];

for (const { place, path, button } of menus) {
  test(`dialogs give the focus back to the menu of the ${place}`, async ({ page }) => {
    await page.goto(path);
    const menu = page.getByRole('button', { name: button, exact: true });
    const openAndClose = async (action: string): Promise<void> => {
      await menu.click();
      await page.getByRole('menuitem', { name: action }).click();
      await page.getByRole('dialog', { name: action }).waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(menu).toBeFocused();
    };
    await openAndClose('Attach hook script');
    await openAndClose('Detach hook script');
    // Now the code of the dialogs is there already.
    await openAndClose('Attach hook script');
    await openAndClose('Detach hook script');
  });
}
