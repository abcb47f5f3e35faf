/** Behaviour of the console's editor that the plugin corrects. */
import { createScript } from './cluster';
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
const NEW_SCRIPT = '/k8s/ns/storefront/sidecar-hooks/scripts/~new?from=example';

test('a read-only script does not take the focus, and has no grey frame', async ({ page }) => {
  await page.goto(`${EXAMPLE}/sidecar-hooks`);
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
  const background = (element: Element): string => getComputedStyle(element).backgroundColor;
  const around = editor.locator('xpath=ancestor::*[contains(@class, "code-editor__main")]');
  const text = editor.locator('.monaco-editor-background').first();
  expect(await around.evaluate(background)).toBe(await text.evaluate(background));
});

test('the workbench does not move the focus when its editor loads', async ({ page }) => {
  await page.goto(NEW_SCRIPT);
  const editor = page.getByRole('textbox', { name: 'Script', exact: true });
  await expect(editor).toBeAttached();
  await expect(editor).not.toBeFocused();
});

test('the Tab key moves on from the end of a long script', async ({ page, ownVm, embedded }) => {
  const text = `#!/bin/sh\nif true; then\n${'  echo a line\n'.repeat(300)}fi\ncat\n`;
  await createScript(embedded.api, ownVm, 'long-script', text);
  await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks?tab=hook-scripts`);
  await page.getByRole('button', { name: 'Actions of hook script long-script' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByRole('heading', { name: 'Hook script long-script' })).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'Script', exact: true });
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(0);
});
