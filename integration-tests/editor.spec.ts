/** What the console's editor does by itself, and what the plugin makes of it. */
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
const SCRIPTS = '/k8s/ns/storefront/sidecar-hooks?tab=hook-scripts';

test('a script to read leaves the focus where it is', async ({ page }) => {
  await page.goto(`${EXAMPLE}/sidecar-hooks`);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
});

test('a form keeps the focus where the user is when its editor comes', async ({ page }) => {
  await page.goto(SCRIPTS);
  await page.getByRole('button', { name: 'Create hook script', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create hook script' });
  await expect(dialog.getByRole('textbox', { name: 'Script' })).toBeAttached();
  await expect(dialog.getByRole('textbox', { name: 'Script' })).not.toBeFocused();
});
