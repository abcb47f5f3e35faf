import { expect, test } from './test';

test.use({ scenario: 'old-kubevirt' });

test('with an old KubeVirt the plugin says what is missing, and attaches a sidecar in the old format', async ({
  page,
  ownVm,
}) => {
  await test.step('the gate tab says the version and what is missing', async () => {
    await page.goto('/k8s/all-namespaces/sidecar-hooks?tab=feature-gate');
    await expect(
      page.getByText('This cluster runs KubeVirt v1.2.0, which lacks what came later'),
    ).toBeVisible();
    await expect(page.getByText('Before 1.3: each sidecar must name its image.')).toBeVisible();
    await expect(page.getByText(/deprecated/)).toBeHidden();
  });

  await test.step('a script is created and attached, with the image filled in', async () => {
    await page.goto(`${ownVm.page}/sidecar-hooks`);
    await page.getByRole('button', { name: 'Attach hook script' }).first().click();
    const dialog = page.getByRole('dialog');
    const image = dialog.getByRole('textbox', { name: 'Image', exact: true });
    await expect(image).toHaveValue('quay.io/kubevirt/sidecar-shim:v1.2.0');
    await dialog.getByRole('button', { name: 'Write it yourself' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('my-script');
    await page.getByRole('button', { name: 'Save and attach' }).click();
    await expect(dialog.getByRole('combobox', { name: 'ConfigMap' })).toHaveValue('my-script');
    await image.fill('');
    await expect(dialog.getByText('KubeVirt v1.2.0 needs an image')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Attach', exact: true })).toBeDisabled();
    await image.fill('quay.io/kubevirt/sidecar-shim:v1.2.0');
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('it runs, and its output is not available', async () => {
    await page.getByRole('button', { name: /^Restart VM/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
    await expect(page.getByText('Applied', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await page.getByRole('tab', { name: 'Hook validation' }).click();
    await expect(page.getByText('KubeVirt v1.2.0 drops what scripts write to stderr')).toBeVisible();
  });
});
