import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
const LIST = '/k8s/all-namespaces/sidecar-hooks';

interface Place {
  name: string;
  path: string;
  /** A text that appears when the page has loaded. */
  ready: string;
  /** The button that opens the dialog to check. */
  dialog?: string;
}

const PLACES: readonly Place[] = [
  { name: 'virtual machines', path: LIST, ready: 'example-vm' },
  { name: 'hook scripts', path: `${LIST}?tab=hook-scripts`, ready: 'xmleditscript' },
  {
    name: 'script form',
    path: `${LIST}?tab=hook-scripts`,
    ready: 'xmleditscript',
    dialog: 'Create hook script',
  },
  { name: 'feature gate', path: `${LIST}?tab=feature-gate`, ready: 'Sidecar is enabled' },
  { name: 'sidecars of a VM', path: `${EXAMPLE}/sidecar-hooks`, ready: 'xmleditscript' },
  {
    name: 'attach form',
    path: `${EXAMPLE}/sidecar-hooks`,
    ready: 'xmleditscript',
    dialog: 'Attach hook script',
  },
  { name: 'hook validation', path: `${EXAMPLE}/hook-validation`, ready: 'Running domain' },
];

/** Only these rules depend on the theme; the others are checked once. */
const THEME_RULES = ['color-contrast', 'link-in-text-block'];

const SCREENSHOTS = 'test-results/pages';
mkdirSync(SCREENSHOTS, { recursive: true });

const shoot = async (page: Page, name: string, theme: string): Promise<void> => {
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${SCREENSHOTS}/${name.replaceAll(' ', '-')}-${theme}-${width}.png` });
  }
};

/** Checks our part only, not the frame of the console; dialogs are outside of the main element. */
const ourPart = (page: Page): AxeBuilder => {
  const builder = new AxeBuilder({ page });
  return process.env.CONSOLE_URL === undefined
    ? builder
    : builder.include('main, [role="dialog"]').exclude('.co-namespace-bar');
};

/** Checks at 640 pixels too, where lists become blocks and filters fold. The code editor is the console's. */
const faults = async (page: Page, rules?: string[]): Promise<string[]> => {
  const builder = ourPart(page).exclude('.monaco-editor');
  const { violations } = await (rules === undefined ? builder : builder.withRules(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

for (const { name, path, ready, dialog } of PLACES) {
  test(`${name} has no accessibility fault in either theme`, async ({ page, context, baseURL }) => {
    await page.goto(path);
    const look = async (): Promise<void> => {
      await expect(page.getByRole('main').getByText(ready).filter({ visible: true }).first()).toBeVisible();
      // eslint-disable-next-line playwright/no-conditional-in-test -- some places are dialogs
      if (dialog !== undefined) {
        await page.getByRole('button', { name: dialog, exact: true }).first().click();
        // Not the placeholder that shows while the code loads.
        await page.getByRole('dialog', { name: dialog }).waitFor();
      }
    };
    await look();
    await shoot(page, name, 'light');
    expect(await faults(page)).toEqual([]);

    // The theme of the embedded console is a cookie, that of a real one follows the system.
    await page.emulateMedia({ colorScheme: 'dark' });
    await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.reload();
    await look();
    await shoot(page, name, 'dark');
    expect(await faults(page, THEME_RULES)).toEqual([]);
  });
}

test('clearing folded filters moves the focus to the button that unfolds them', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto(`${LIST}?name=example`);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page.getByRole('button', { name: 'Show Filters' })).toBeFocused();
});

test('the Tab key leaves the editor of a script, which stays as it was', async ({ page }) => {
  await page.goto(`${LIST}?tab=hook-scripts`);
  await page.getByRole('button', { name: 'Create hook script', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create hook script' });
  const editor = dialog.getByRole('textbox', { name: 'Script' });
  await editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Create', exact: true })).toBeFocused();
  await editor.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.getByRole('button', { name: 'python3' })).toBeFocused();
  // Without a change there is no question about discarding it.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
