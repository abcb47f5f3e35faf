import { featureGates } from './cluster';
import { expect, test } from './test';

test.use({ scenario: 'gate-off' });

test.beforeEach(async ({ embedded }) => {
  // The scenario removes the gate once a VM runs; a page that opens earlier would show the old gate for a while.
  await expect.poll(() => featureGates(embedded.api)).not.toContain('Sidecar');
});

test.describe('attaching', () => {
  // KubeVirt's webhook refuses it.
  test.use({ expectedProblems: [/422/] });

  test("shows KubeVirt's own refusal and keeps the input", async ({ page }) => {
    await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/web-frontend/sidecar-hooks');
    await page.getByRole('button', { name: 'Attach hook script' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'ConfigMap' }).click();
    await page.getByRole('option', { name: /xmleditscript/ }).click();
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog.getByText(/sidecar feature gate is not enabled in kubevirt-config/)).toBeVisible();
    await expect(dialog.getByRole('combobox', { name: 'ConfigMap' })).toHaveValue('xmleditscript');
  });
});

test('leads from a blocked VM to the gate, and the VM starts with its script', async ({ page, embedded }) => {
  const machine = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
  await page.goto(`${machine}/sidecar-hooks`);
  const banner = page.locator('[data-test="gate-banner"]');
  await expect(banner).toContainText('KubeVirt refuses to start or change');
  await banner.getByRole('link', { name: 'Go to the feature gate' }).click();
  await page.getByRole('button', { name: 'Enable', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enable', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible({ timeout: 30_000 });

  await embedded.api(
    'PUT',
    '/apis/subresources.kubevirt.io/v1/namespaces/storefront/virtualmachines/example-vm/start',
    {},
  );
  await page.goto('/k8s/ns/storefront/sidecar-hooks');
  const state = page.locator('[data-test="vm-row-example-vm"] [data-test="sidecar-state"]');
  await expect(state).toHaveText('Applied', { timeout: 30_000 });
});
