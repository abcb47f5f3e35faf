import type { Page } from '@playwright/test';
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

// eslint-disable-next-line playwright/no-skipped-test -- skipped on clusters that are not ours
test.skip(({ embedded }) => !embedded.canSwitchPersona, 'needs the persona menu of the embedded console');

const viewAs = async (page: Page, who: string): Promise<void> => {
  await page.getByRole('button', { name: 'Cluster admin' }).click();
  await page.getByRole('menuitem', { name: `View as ${who}` }).click();
};

/** Navigates without a page load, so that the plugin's caches remain. */
const openExample = async (page: Page, tab: string): Promise<void> => {
  await page.locator('[data-test="sidecar-hooks-nav"]').click();
  await page.getByRole('link', { name: 'example-vm', exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
};

test('impersonating a viewer shows what viewers see, and stopping restores everything', async ({ page }) => {
  await page.goto(`${EXAMPLE}/hook-validation`);
  await expect(page.getByText('Running domain')).toBeVisible();

  await viewAs(page, 'Viewer');
  await expect(page.getByText('You view the console as user viewer')).toBeVisible();
  await openExample(page, 'Hook validation');
  await expect(page.getByText('You may not run commands in pods of this namespace')).toBeVisible();
  await page.getByRole('tab', { name: 'Hook sidecars' }).click();
  await expect(page.getByRole('button', { name: 'Attach hook script' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await page.getByRole('button', { name: 'Stop impersonating' }).click();
  await expect(page.getByText('You view the console as user')).toBeHidden();
  await openExample(page, 'Hook validation');
  await expect(page.getByText('Running domain')).toBeVisible();
});

test('impersonating the owner of a VM, all requests go out as that user', async ({ page }) => {
  await page.addInitScript(() => {
    const sockets: [string, string][] = [];
    Object.assign(window, { sockets });
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols: string | string[] = []) {
        super(url, protocols);
        sockets.push([url.toString(), [protocols].flat().join(' ')]);
      }
    };
  });
  await page.goto('/k8s/all-namespaces/sidecar-hooks');
  await expect(page.getByRole('link', { name: 'example-vm', exact: true })).toBeVisible();
  await viewAs(page, 'VM owner');
  await expect(page.getByText('You view the console as user editor')).toBeVisible();

  const asSomebodyElse: string[] = [];
  page.on('request', (request) => {
    const isAsked = request.url().includes('/api/kubernetes/') && !request.url().includes('watch=true');
    if (isAsked && request.headers()['impersonate-user'] !== 'editor') {
      asSomebodyElse.push(request.url());
    }
  });
  await page.evaluate(() => {
    (window as unknown as { sockets: unknown[] }).sockets.length = 0;
  });
  await openExample(page, 'Hook validation');
  await expect(page.getByText('Running domain')).toBeVisible();

  const sockets = await page.evaluate(() => (window as unknown as { sockets: [string, string][] }).sockets);
  const commands = sockets.filter(([url]) => url.includes('/exec?'));
  expect(commands.length).toBeGreaterThan(0);
  expect(sockets.filter(([, protocols]) => !protocols.startsWith('Impersonate-User.ZWRpdG9y '))).toEqual([]);
  // The console asks once who the user is without impersonation.
  expect(asSomebodyElse.filter((url) => !url.endsWith('/selfsubjectreviews'))).toEqual([]);
});
