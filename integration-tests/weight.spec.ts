import { navigationLink } from './navigation';
import { expect, test } from './test';

/** The names of the plugin's scripts, without their hashes. */
const scriptName = (url: string): string | undefined =>
  /\/api\/plugins\/kubevirt-sidecar-plugin\/([\w-]+?)(?:-chunk-|\.)[0-9a-f]+\.min\.js/.exec(url)?.[1];

test('loads its entry on every page of the console, and the rest on its own', async ({ page }) => {
  const loaded: (string | undefined)[] = [];
  page.on('request', (request) => loaded.push(scriptName(request.url())));
  const scripts = (): string[] => loaded.filter((name) => name !== undefined);

  await page.goto('/k8s/ns/storefront/configmaps');
  const link = await navigationLink(page, 'Virtualization', 'Hook sidecars');
  await expect(link).toBeVisible();
  expect(scripts()).toEqual(['plugin-entry']);

  await link.click();
  await expect(page.getByRole('row', { name: /example-vm/ })).toBeVisible();
  expect(scripts()).toContain('tab-virtual-machines');
});

test('runs nothing in a pod before the tab Hook validation is opened, and then one virsh', async ({
  page,
}) => {
  const commands: string[] = [];
  page.on('websocket', (socket) => {
    commands.push(...(/\/exec\?.*command=virsh/.exec(socket.url()) ?? []));
  });
  await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm/sidecar-hooks');
  await expect(page.getByText('xmleditscript').first()).toBeVisible();
  const tab = page.getByRole('tab', { name: 'Hook validation' });
  await tab.hover();
  await page.mouse.down();
  await page.getByRole('heading', { level: 1 }).hover();
  await page.mouse.up();
  // Not a click: the pointer left the tab before the button was released.
  await page.getByRole('tab', { name: 'YAML' }).click();
  await expect(page).toHaveURL(/\/yaml$/);
  expect(commands).toHaveLength(0);

  await tab.click();
  await expect(page.getByText('Running domain')).toBeVisible();
  await expect(page.locator('[data-test="domain-xml-text"] .view-lines')).toContainText('<domain');
  expect(commands).toHaveLength(1);
});
