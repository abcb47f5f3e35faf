/** What the user sees when code of the plugin or of the console's editor fails to load. */
import { HARMLESS_SCRIPT } from './cluster';
import { navigationLink } from './navigation';
import { expect, test } from './test';

const LIST = '/k8s/ns/storefront/sidecar-hooks';
const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

// Browsers log each failed request.
test.use({ expectedProblems: [/net::ERR_FAILED|could not be loaded/] });

test.describe('code of the plugin that fails to load', () => {
  const CHUNKS = '**/api/plugins/kubevirt-sidecar-plugin/*chunk*';

  for (const { part, chunk, path, comes } of [
    { part: 'the page', chunk: 'page-hook-sidecars', path: LIST, comes: 'Virtual machines' },
    {
      part: "a VM's tab",
      chunk: 'tab-sidecar-hooks',
      path: `${EXAMPLE}/sidecar-hooks`,
      comes: 'xmleditscript',
    },
  ]) {
    test(`of ${part} loads after a retry, and the console stays`, async ({ page }) => {
      const script = `**/api/plugins/kubevirt-sidecar-plugin/${chunk}-chunk*`;
      const failed = page.getByRole('heading', { name: 'A part of this plugin could not be loaded' });
      const content = page.getByRole('main').getByText(comes).first();
      await page.route(script, async (route) => route.abort());
      await page.goto(path);
      await expect(failed).toBeVisible();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(failed).toBeVisible();
      await expect(content).toBeHidden();
      await (await navigationLink(page, 'Workloads', 'ConfigMaps')).click();
      await expect(page.getByRole('heading', { name: 'ConfigMaps' })).toBeVisible();
      // Not back: the real console redirects the list of ConfigMaps once more.
      await page.goto(path);
      await expect(failed).toBeVisible();
      await page.unroute(script);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(content).toBeVisible();
    });
  }

  test('of a tab loads after a retry', async ({ page }) => {
    await page.goto(LIST);
    await expect(page.getByRole('row', { name: /example-vm/ })).toBeVisible();
    await page.route(CHUNKS, async (route) => route.abort());
    await page.getByRole('tab', { name: 'Feature gate' }).click();
    await expect(
      page.getByRole('heading', { name: 'A part of this plugin could not be loaded' }),
    ).toBeVisible();
    await page.unroute(CHUNKS);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
  });

  test('of a form loads after a retry, and the page behind it stays', async ({ page, ownVm }) => {
    await page.goto(`${ownVm.page}/sidecar-hooks`);
    const attach = page.getByRole('button', { name: 'Attach hook script' }).first();
    await expect(attach).toBeVisible();
    await page.route(CHUNKS, async (route) => route.abort());
    await attach.click();
    const failed = page.getByRole('dialog', { name: 'A part of this plugin could not be loaded' });
    await failed.getByRole('button', { name: 'Close', exact: true }).last().click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await attach.click();
    await expect(failed).toBeVisible();
    await page.unroute(CHUNKS);
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('dialog', { name: /Attach hook script to/ })).toBeVisible();
  });
});

test.describe('without the editor of the console', () => {
  test.use({ expectedProblems: [/ERR_FAILED|ChunkLoadError|Loading chunk|The above error occurred/] });

  test('domain XML is read, and a script written', async ({ page, ownVm, embedded: { api } }) => {
    // eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
    test.skip(process.env.CONSOLE_URL !== undefined, 'needs the file names of the embedded console');
    await page.route(/monaco/i, async (route) => route.abort());
    await page.goto(`${EXAMPLE}/hook-validation`);
    await expect(page.getByRole('region', { name: 'Domain XML of example-vm' })).toContainText('<domain');
    await expect(page.getByText('The editor could not be loaded.')).toBeVisible();

    await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks/scripts/~new?from=example`);
    const name = `plain-${ownVm.name}`;
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Script', exact: true }).fill(HARMLESS_SCRIPT);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText(`${name} is saved.`)).toBeVisible();
    const made = await api<{ data: Record<string, string> }>(
      'GET',
      `/api/v1/namespaces/${ownVm.namespace}/configmaps/${name}`,
    );
    expect(Object.values(made.data)).toEqual([HARMLESS_SCRIPT]);
  });
});
