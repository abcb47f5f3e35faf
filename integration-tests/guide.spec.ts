/** The sidecar guide by clicking: from the feature gate to the changed domain XML. */
import { expect, test } from './test';

test.use({ scenario: 'empty' });

test(
  'enables the gate, creates a script, attaches it, restarts the VM and validates the result',
  {
    tag: ['@own', '@safe'],
  },
  async ({ page, ownVm, embedded }) => {
    test.setTimeout(120_000);
    const list = `/k8s/ns/${ownVm.namespace}/sidecar-hooks`;

    await test.step('enable the feature gate', async () => {
      await page.goto(`${list}?tab=feature-gate`);
      // On a cluster that is not embedded the gate is on already: tests change nothing outside of their namespaces.
      // eslint-disable-next-line playwright/no-conditional-in-test -- see above
      if (embedded.faults === undefined) {
        await page.getByRole('heading', { name: 'Sidecar is enabled' }).waitFor();
        return;
      }
      await expect(page.getByRole('heading', { name: 'Sidecar is not enabled' })).toBeVisible();
      await page.getByRole('button', { name: 'Enable', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText('"value": "Sidecar"').first()).toBeVisible();
      await dialog.getByRole('button', { name: 'Enable', exact: true }).click();
      await expect(page.getByText(/KubeVirt lists the feature gate, after/)).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
    });

    await test.step('create the hook script', async () => {
      await page.getByRole('tab', { name: 'Hook scripts' }).click();
      await page.getByRole('button', { name: 'Create hook script' }).first().click();
      await page.getByRole('button', { name: 'Write it yourself' }).click();
      const name = page.getByRole('textbox', { name: 'Name' });
      await name.fill('Not.A.Label');
      await expect(page.getByText('No dots: KubeVirt makes a pod volume of this name')).toBeVisible();
      await name.fill('xmleditscript');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText('xmleditscript is saved.')).toBeVisible();
      await page.getByRole('link', { name: 'Hook scripts' }).click();
      await expect(page.getByRole('link', { name: 'xmleditscript' })).toBeVisible();
    });

    await test.step('attach it', async () => {
      await page.getByRole('tab', { name: 'Virtual machines' }).click();
      await page.getByRole('button', { name: `Actions of VM ${ownVm.name}` }).click();
      await page.getByRole('menuitem', { name: 'Attach hook script' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: /ConfigMap/ }).click();
      await page.getByRole('option', { name: /xmleditscript/ }).click();
      await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
      await expect(dialog).toBeHidden();
      const row = page.getByRole('row').filter({ hasText: ownVm.name });
      await expect(row.getByText('Restart needed')).toBeVisible();
      await expect(row.getByRole('link', { name: 'xmleditscript' })).toBeVisible();
    });

    await test.step('restart the VM', async () => {
      await page.getByRole('link', { name: ownVm.name, exact: true }).click();
      await page.getByRole('button', { name: /^Restart VM/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
      await expect(page.getByText('Applied', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    });

    await test.step('validate the result', async () => {
      await page.getByRole('tab', { name: 'Hook validation' }).click();
      await page
        .getByRole('button', { name: 'Start from the example of the guide' })
        .or(page.getByRole('button', { name: 'Add expected results' }))
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Add the example of the guide' }).click();
      await expect(dialog.getByText('Holds', { exact: true })).toBeVisible();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Verified', { exact: true }).first()).toBeVisible();
      await expect(page.getByText('Radical Edward').first()).toBeVisible();
    });
  },
);
