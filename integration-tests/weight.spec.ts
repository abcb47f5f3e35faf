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
    expect(loaded).not.toContain('exposed-HookValidationTab');
    const code = page.waitForRequest((request) => scriptName(request.url()) === 'exposed-HookValidationTab');
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
