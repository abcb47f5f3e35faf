import { expect, test } from './test';

/** The names of the plugin's scripts, without their hashes. */
const scriptName = (url: string): string | undefined =>
  /\/api\/plugins\/kubevirt-sidecar-plugin\/([\w-]+?)(?:-chunk-|\.)[0-9a-f]+\.min\.js/.exec(url)?.[1];

test('loads its entry on every page of the console, and the rest on its own', async ({ page }) => {
  const loaded: (string | undefined)[] = [];
  page.on('request', (request) => loaded.push(scriptName(request.url())));
  const scripts = (): string[] => loaded.filter((name) => name !== undefined);

  const link = page.getByRole('navigation').getByRole('link', { name: 'Hook sidecars' });
  await page.goto('/k8s/ns/storefront/configmaps');
  await expect(link).toBeVisible();
  expect(scripts()).toEqual(['plugin-entry']);

  await link.click();
  await expect(page.getByRole('row', { name: /example-vm/ })).toBeVisible();
  expect(scripts()).toContain('tab-virtual-machines');
});
