/** Behaviour of the console's editor that the plugin corrects. */
import { createScript } from './cluster';
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
const SCRIPTS = '/k8s/ns/storefront/sidecar-hooks?tab=hook-scripts';

test('a read-only script does not take the focus', async ({ page }) => {
  await page.goto(`${EXAMPLE}/sidecar-hooks`);
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
});

test('a form does not move the focus when its editor loads', async ({ page }) => {
  await page.goto(SCRIPTS);
  await page.getByRole('button', { name: 'Create hook script', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create hook script' });
  await expect(dialog.getByRole('textbox', { name: 'Script' })).toBeAttached();
  await expect(dialog.getByRole('textbox', { name: 'Script' })).not.toBeFocused();
});

test('a read-only script has no grey frame', async ({ page }) => {
  await page.goto(`${EXAMPLE}/sidecar-hooks`);
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible();
  const background = (element: Element): string => getComputedStyle(element).backgroundColor;
  const around = editor.locator('xpath=ancestor::*[contains(@class, "code-editor__main")]');
  const text = editor.locator('.monaco-editor-background').first();
  expect(await around.evaluate(background)).toBe(await text.evaluate(background));
});

test('the Tab key moves on from the end of a long script', async ({ page, ownVm, embedded }) => {
  const text = `#!/bin/sh\nif true; then\n${'  echo a line\n'.repeat(300)}fi\ncat\n`;
  await createScript(embedded.api, ownVm, 'long-script', text);
  await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks?tab=hook-scripts`);
  await page.getByRole('button', { name: 'Actions of hook script long-script' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: /long-script/ });
  const editor = dialog.getByRole('textbox', { name: 'Script' });
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await expect(dialog.locator('.monaco-editor :focus')).toHaveCount(0);
});
