import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { accessibilityFaults, LIST, openPlace, PLACES } from './places';
import { expect, test } from './test';

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

for (const place of PLACES) {
  test(`${place.name} has no accessibility fault`, async ({ page }) => {
    await openPlace(page, place);
    await shoot(page, place.name, 'light');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}

for (const place of PLACES.filter(({ hasOwnColours }) => hasOwnColours)) {
  test(`${place.name} has no accessibility fault in the dark theme`, async ({ page, context, baseURL }) => {
    // The theme of the embedded console is a cookie, that of a real one follows the system.
    await page.emulateMedia({ colorScheme: 'dark' });
    await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
    await openPlace(page, place);
    await shoot(page, place.name, 'dark');
    expect(await accessibilityFaults(page, THEME_RULES)).toEqual([]);
  });
}

test('clearing folded filters moves the focus to the button that unfolds them', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto(`${LIST}?name=example`);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page.getByRole('button', { name: 'Show Filters' })).toBeFocused();
});

test('the Tab key leaves the editor of a script, which stays as it was', async ({ page }) => {
  await page.goto('/k8s/ns/storefront/sidecar-hooks/scripts/~new?from=example');
  const editor = page.getByRole('textbox', { name: 'Script', exact: true });
  await editor.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: 'Problems' })).toBeFocused();
  await editor.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'python3' })).toBeFocused();
  // Without a change there is no question about leaving it.
  await page.getByRole('link', { name: 'Hook scripts' }).click();
  await expect(page.getByRole('tab', { name: 'Hook scripts' })).toBeVisible();
});
