/** The page that writes a hook script. */
import type { Page } from '@playwright/test';
import { changeScript, createScript, HARMLESS_SCRIPT, sidecar, sidecarsOf } from './cluster';
import { expect, test, type OwnVm } from './test';

/** Adds a line at the end, as somebody who types does. */
const addLine = async (page: Page, line: string): Promise<void> => {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(line);
};

const text = (page: Page): ReturnType<Page['locator']> => page.locator('.monaco-editor .view-lines').first();

const scriptPage = ({ namespace }: OwnVm, name: string): string =>
  `/k8s/ns/${namespace}/sidecar-hooks/scripts/${name}/script.sh`;

test('a new script is checked while it is written, saved, and attached to the VM that it is for', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await page.getByRole('button', { name: 'Attach hook script' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Write it yourself' }).click();
  await expect(page.getByText('The checks find no problem in the script.')).toBeVisible();
  await addLine(page, '\nif true; then\n');
  await expect(page.getByRole('button', { name: /^Go to line/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Revert' }).click();
  await expect(page.getByText('The checks find no problem in the script.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('fresh');
  await page.getByRole('button', { name: 'Save and attach' }).click();

  await expect(dialog.getByRole('combobox', { name: 'ConfigMap' })).toHaveValue('fresh');
  await expect(page).toHaveURL(new RegExp(`${ownVm.name}/sidecar-hooks`));
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(JSON.parse((await sidecarsOf(api, ownVm)) ?? '')).toEqual([sidecar('fresh')]);
});

test.describe('while somebody else changes the script', () => {
  // The patch's own test operation refuses the first save.
  test.use({ expectedProblems: [/422/] });

  test('a draft survives a reload, and saving it replaces nothing unseen', async ({
    page,
    ownVm,
    embedded: { api },
  }) => {
    await createScript(api, ownVm, 'shared', HARMLESS_SCRIPT);
    await page.goto(scriptPage(ownVm, 'shared'));
    await addLine(page, '# mine\n');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText('Your unsaved draft was restored')).toBeVisible();
    await expect(text(page)).toContainText('# mine');

    await changeScript(api, ownVm, 'shared', `${HARMLESS_SCRIPT}# theirs\n`);
    await expect(page.getByText('Somebody else has changed this script since you began')).toBeVisible();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Changed meanwhile: hook script shared')).toBeVisible();
    await page.getByRole('button', { name: 'Save my text instead' }).click();
    await expect(page.getByText('shared is saved.')).toBeVisible();
    const { data } = await api<{ data: Record<string, string> }>(
      'GET',
      `/api/v1/namespaces/${ownVm.namespace}/configmaps/shared`,
    );
    expect(data['script.sh']).toBe(`${HARMLESS_SCRIPT}# mine\n`);
  });
});

test('going back keeps the draft, and a link asks first', async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'left', HARMLESS_SCRIPT);
  const list = `/k8s/ns/${ownVm.namespace}/sidecar-hooks?tab=hook-scripts`;
  await page.goto(list);
  await page.getByRole('button', { name: 'Actions of hook script left' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(text(page)).toContainText('printf');
  await addLine(page, '# mine\n');
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Hook scripts' })).toBeVisible();
  await page.goForward();
  await expect(page.getByText('Your unsaved draft was restored')).toBeVisible();

  const back = page.getByRole('main').getByRole('link', { name: 'Hook scripts' });
  await back.click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(text(page)).toContainText('# mine');
  await back.click();
  await page.getByRole('button', { name: 'Discard and leave' }).click();
  await expect(page.getByRole('tab', { name: 'Hook scripts' })).toBeVisible();
  await page.goto(scriptPage(ownVm, 'left'));
  await expect(page.getByRole('button', { name: 'Revert' })).toHaveAttribute('aria-disabled', 'true');
  await expect(text(page)).not.toContainText('# mine');
});

for (const { width, place } of [
  { width: 640, place: 'below' },
  { width: 1440, place: 'beside' },
]) {
  test(`at ${width} pixels the panel is ${place} the text, and nothing is cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/k8s/ns/storefront/sidecar-hooks/scripts/xmleditscript/script.sh');
    const editor = page.locator('.monaco-editor').first();
    await expect(editor).toBeVisible();
    const [left, right] = [
      await editor.boundingBox(),
      await page.getByRole('tab', { name: 'Used by' }).boundingBox(),
    ];
    const isBeside = (right?.x ?? 0) >= (left?.x ?? 0) + (left?.width ?? 0);
    expect(isBeside).toBe(place === 'beside');
    const main = page.getByRole('main');
    expect(
      await main.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBeLessThanOrEqual(1);
  });
}
