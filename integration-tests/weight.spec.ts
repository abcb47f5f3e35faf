import { expect, test } from './test';

/** The names of the plugin's scripts, without their hashes. */
const scriptName = (url: string): string | undefined =>
  /\/api\/plugins\/kubevirt-sidecar-plugin\/([\w-]+?)(?:-chunk-|\.)[0-9a-f]+\.min\.js/.exec(url)?.[1];

test('loads its entry on every page, the rest on its own, and PatternFly from the console', async ({
  page,
}) => {
  const loaded: (string | undefined)[] = [];
  page.on('request', (request) => loaded.push(scriptName(request.url())));
  const scripts = (): string[] => loaded.filter((name) => name !== undefined);

  const link = page.getByRole('navigation').getByRole('link', { name: 'Sidecar hooks' });
  await page.goto('/k8s/ns/storefront/configmaps');
  await expect(link).toBeVisible();
  expect(scripts()).toEqual(['plugin-entry']);

  await link.click();
  await expect(page.getByRole('row', { name: /example-vm/ })).toBeVisible();
  expect(scripts()).toContain('tab-virtual-machines');
  expect(scripts()).not.toContain('patternfly');
});

for (const link of ['Check the result and read the hook output', 'Hook validation']) {
  test(`pointing at “${link}” loads the code of the validation, pressing it reads the XML`, async ({
    page,
  }) => {
    const loaded: (string | undefined)[] = [];
    const commands: string[] = [];
    page.on('websocket', (socket) => {
      commands.push(...(/\/exec\?.*command=virsh/.exec(socket.url()) ?? []));
    });
    page.on('request', (request) => loaded.push(scriptName(request.url())));
    await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm/sidecar-hooks');
    const target = page.getByRole('link', { name: link }).or(page.getByRole('tab', { name: link }));
    await expect(page.getByText('xmleditscript').first()).toBeVisible();
    expect(loaded).not.toContain('tab-hook-validation');
    const code = page.waitForRequest((request) => scriptName(request.url()) === 'tab-hook-validation');
    await target.hover();
    await code;
    expect(commands).toHaveLength(0);
    await page.mouse.down();
    await expect.poll(() => commands).toHaveLength(1);
    await page.mouse.up();
    await expect(page.getByText('Running domain')).toBeVisible();
    await expect(page.locator('[data-test="domain-xml-text"] .view-lines')).toContainText('<domain');
    expect(commands).toHaveLength(1);
  });
}

test('on the console’s own page of a VM, pointing at a tab loads its code, pressing it reads what it shows', async ({
  page,
}) => {
  const loaded: (string | undefined)[] = [];
  const lists: string[] = [];
  const commands: string[] = [];
  page.on('websocket', (socket) => {
    commands.push(...(/\/exec\?.*command=virsh/.exec(socket.url()) ?? []));
  });
  page.on('request', (request) => {
    loaded.push(scriptName(request.url()));
    const isOfVm = /fieldSelector=metadata.name%3Dexample-vm|labelSelector=vm.kubevirt.io%2Fname/.test(
      request.url(),
    );
    lists.push(...(isOfVm ? [request.url()] : []));
  });
  await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm');
  const tab = page.getByRole('tab', { name: 'Hook validation' });
  await expect(tab).toBeVisible();
  expect(loaded.filter((name) => name !== undefined)).toEqual(['plugin-entry']);

  const code = page.waitForResponse((response) => scriptName(response.url()) === 'tab-hook-validation');
  await tab.hover();
  await code;
  expect(lists).toHaveLength(0);
  expect(commands).toHaveLength(0);
  await page.mouse.down();
  await expect.poll(() => commands).toHaveLength(1);
  expect(lists).toHaveLength(2);
  await page.mouse.up();
  await expect(page.locator('[data-test="domain-xml-text"] .view-lines')).toContainText('<domain');
  await expect(page.getByText('Running domain')).toBeVisible();
  expect(commands).toHaveLength(1);
});
