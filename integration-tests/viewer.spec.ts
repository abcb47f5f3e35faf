import type { Locator } from '@playwright/test';
import { expect, test } from './test';

test.use({ persona: 'viewer' });

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

/** Compares two disabled items. They may be enabled until the cluster has answered what the user may do. */
const expectSameColour = async (one: Locator, other: Locator): Promise<void> => {
  await expect(one).toHaveAttribute('aria-disabled', 'true');
  await expect(other).toHaveAttribute('aria-disabled', 'true');
  const colour = await other.evaluate((item) => getComputedStyle(item).color);
  await expect(one).toHaveCSS('color', colour);
};

test('reads everything, cannot change anything, and sees why', async ({ page }) => {
  await page.goto(`${EXAMPLE}/sidecar-hooks`);
  await expect(page.getByRole('link', { name: 'xmleditscript' }).first()).toBeVisible();
  const attach = page.getByRole('button', { name: 'Attach hook script' });
  await expect(attach).toHaveAttribute('aria-disabled', 'true');
  await attach.hover();
  await expect(page.getByRole('tooltip')).toContainText('You may not change');

  await page.getByRole('button', { name: 'Actions of xmleditscript' }).click();
  await expectSameColour(
    page.getByRole('menuitem', { name: 'Detach' }),
    page.getByRole('menuitem', { name: 'Edit' }),
  );

  await page.goto('/k8s/ns/storefront/sidecar-hooks?tab=hook-scripts');
  await page.getByRole('button', { name: 'Actions of hook script xmleditscript' }).click();
  await expectSameColour(
    page.getByRole('menuitem', { name: 'Delete' }),
    page.getByRole('menuitem', { name: 'Edit' }),
  );

  await page.goto('/k8s/all-namespaces/sidecar-hooks?tab=feature-gate');
  await expect(page.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Disable' })).toHaveAttribute('aria-disabled', 'true');
});

test(
  'may not run virsh, and reads the domain XML from the log instead',
  { tag: '@own' },
  async ({ page }) => {
    await page.goto(`${EXAMPLE}/hook-validation`);
    await expect(page.getByText('You may not run commands in pods of this namespace')).toBeVisible();
    await page.getByRole('button', { name: 'Show the XML from the log' }).click();
    await expect(
      page.getByText('From the log: as passed to libvirt, not as libvirt changed it'),
    ).toBeVisible();
  },
);
