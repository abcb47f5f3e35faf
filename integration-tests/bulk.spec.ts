import type { Locator, Page } from '@playwright/test';
import { createScript, createVm, HARMLESS_SCRIPT, SIDECARS } from './cluster';
import type { EmbeddedConsole } from './embeddedConsole';
import { accessibilityFaults } from './places';
import { expect, test, type OwnVm } from './test';

const VMS = 200;

interface VmList {
  items: {
    metadata: { name: string };
    spec: { template: { metadata?: { annotations?: Record<string, string> } } };
  }[];
}

const createVms = async (api: EmbeddedConsole['api'], namespace: string): Promise<void> => {
  const indexes = Array.from({ length: VMS }, (_unused, index) => index);
  // In groups: a connection for each at once would be too many.
  for (let from = 0; from < VMS; from += 20) {
    await Promise.all(
      indexes
        .slice(from, from + 20)
        .map(async (index) =>
          createVm(api, { namespace }, `bulk-${String(index).padStart(3, '0')}`, undefined, 'Halted'),
        ),
    );
  }
};

/** The names of the VMs that have the script. */
const attachedIn = async (api: EmbeddedConsole['api'], { namespace }: OwnVm): Promise<string[]> => {
  const { items } = await api<VmList>('GET', `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`);
  return items
    .filter(({ spec }) => spec.template.metadata?.annotations?.[SIDECARS]?.includes('"tuning"'))
    .map(({ metadata }) => metadata.name);
};

/** Chooses all VMs named `bulk-…` and opens the wizard. */
const openWizard = async (page: Page, namespace: string): Promise<Locator> => {
  await page.goto(`/k8s/ns/${namespace}/sidecar-hooks?name=bulk-`);
  await expect(page.getByRole('button', { name: / of / }).first()).toContainText(String(VMS));
  await page.getByRole('button', { name: 'Select rows' }).click();
  await page.getByRole('menuitem', { name: `Select all that match the filter (${VMS})` }).click();
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Attach hook script' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`Attach a hook script to ${VMS} VMs`)).toBeVisible();
  await dialog.getByRole('combobox', { name: 'ConfigMap' }).fill('tuning');
  await page.getByRole('option', { name: 'tuning' }).click();
  await dialog.getByRole('button', { name: 'Next' }).click();
  return dialog;
};

const shown = async (dialog: Locator, group: string): Promise<number> => {
  const counted = dialog.getByRole('button', { name: new RegExp(`^${group}: `) });
  const text = (await counted.count()) === 0 ? '0' : await counted.innerText();
  return Number(text.replace(/\D/g, ''));
};

test.describe('an action on 200 VMs', () => {
  test.use({ expectedProblems: [/\b(422|429|500|503)\b.*\/virtualmachines\/bulk-/] });

  test('changes or reports each VM, whatever fails in between', async ({ page, ownVm, embedded, faults }) => {
    test.setTimeout(180_000);
    const { api } = embedded;
    const { namespace } = ownVm;
    await createScript(api, ownVm, 'tuning', HARMLESS_SCRIPT);
    await createVms(api, namespace);
    const dialog = await openWizard(page, namespace);
    const start = dialog.getByRole('button', { name: `Change ${VMS} VMs` });
    await expect(start).toBeEnabled({ timeout: 60_000 });
    expect(await attachedIn(api, ownVm)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);

    // Somebody else changes a VM, another one vanishes, and the server has bad moments.
    const machines = `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachines`;
    await api(
      'PATCH',
      `${machines}/bulk-050`,
      { spec: { template: { metadata: { annotations: { theirs: 'yes' } } } } },
      'application/merge-patch+json',
    );
    const answer = (code: number, count: number, more: object = {}): Parameters<typeof faults.add>[0] => ({
      method: 'PATCH',
      path: '/virtualmachines/bulk-',
      count,
      fault: { kind: 'answer', code, ...more },
    });
    await faults.add(answer(429, 3, { retryAfterSeconds: 1 }));
    await faults.add(answer(500, 4, { message: 'etcdserver: request timed out' }));
    await faults.add(answer(503, 2));
    await start.click();

    await expect(dialog.getByText('Finished')).toBeVisible({ timeout: 60_000 });
    const done = await shown(dialog, 'Done');
    expect(await shown(dialog, 'Failed')).toBe(7);
    expect(done).toBe(VMS - 7);
    expect(await attachedIn(api, ownVm)).toHaveLength(done);
    await dialog.getByRole('button', { name: /^Failed: / }).click();
    await expect(dialog.getByRole('row', { name: /Somebody else changed the VM/ })).toHaveCount(1);
    await expect(dialog.getByRole('row', { name: /etcdserver: request timed out/ })).toHaveCount(4);

    await dialog.getByRole('button', { name: 'Retry failed' }).click();
    await expect(dialog.getByRole('button', { name: `Done: ${VMS}` })).toBeVisible({ timeout: 60_000 });
    expect(await attachedIn(api, ownVm)).toHaveLength(VMS);
  });
});
