import type { Locator } from '@playwright/test';
import { navigationLink } from './navigation';
import { expect, test } from './test';

test.use({ hasKubeVirtPlugin: false });

const CONSOLE_ACTIONS = ['Edit labels', 'Edit annotations', 'Edit VirtualMachine', 'Delete VirtualMachine'];

/** A real console has two fields for an annotation, the embedded one a line for each. */
const enter = async (dialog: Locator, field: string, key: string, value: string): Promise<void> => {
  if (process.env.CONSOLE_URL !== undefined && field === 'annotations') {
    await dialog.getByPlaceholder('Key').fill(key);
    await dialog.getByPlaceholder('Value').fill(value);
  } else {
    await dialog.getByRole('textbox').fill(`${key}=${value}`);
  }
};

test('has its own section in the navigation', async ({ page }) => {
  await page.goto('/k8s/all-namespaces/pods');
  await (await navigationLink(page, 'Virtualization', 'Hook sidecars')).click();
  await expect(page.getByRole('heading', { name: 'Hook sidecars' })).toBeVisible();
});

test("shows the console's own actions in the menu of a VM, and they work", async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  const choose = async (action: string): Promise<void> => {
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const dialog = page.getByRole('dialog');
  const metadata = async (): Promise<Record<string, Record<string, string>>> =>
    (await api<{ metadata: Record<string, Record<string, string>> }>('GET', ownVm.apiPath)).metadata;

  await page.goto(`/k8s/ns/${ownVm.namespace}/kubevirt.io~v1~VirtualMachine`);
  await page
    .getByRole('row', { name: ownVm.name })
    .getByRole('button', { name: /^Actions/ })
    .click();
  await expect(page.getByRole('menuitem')).toHaveText([
    'Attach hook script',
    'Validate hooks',
    ...CONSOLE_ACTIONS,
  ]);

  await page.goto(ownVm.page);
  for (const field of ['labels', 'annotations']) {
    await choose(`Edit ${field}`);
    await enter(dialog, field, 'example.com/team', 'night');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    expect((await metadata())[field]).toMatchObject({ 'example.com/team': 'night' });
  }

  await choose('Edit VirtualMachine');
  await expect(page).toHaveURL(`${ownVm.page}/yaml`);

  await choose('Delete VirtualMachine');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page).toHaveURL(/\/kubevirt\.io~v1~VirtualMachine(\?|$)/);
  await expect.poll(async () => api('GET', ownVm.apiPath).catch(String)).toContain('404');
});
