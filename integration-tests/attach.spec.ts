import { createScript, HARMLESS_SCRIPT, restart, setSidecars, sidecar, sidecarsOf } from './cluster';
import { expect, test } from './test';

test('shows Hook sidecars once in the navigation', { tag: '@safe' }, async ({ page }) => {
  await page.goto('/k8s/all-namespaces/sidecar-hooks');
  const navigation = page.getByRole('navigation');
  // The real console collapses its sections.
  await expect(navigation.getByRole('link', { name: 'Hook sidecars', includeHidden: true })).toHaveCount(1);
});

test.describe('when somebody changes the VM meanwhile', { tag: ['@safe', '@own'] }, () => {
  // The patch's own test operation refuses the first save.
  test.use({ expectedProblems: [/422/] });

  test("shows the other's change and saves on top of it, losing neither", async ({
    page,
    ownVm,
    embedded,
  }) => {
    const { api } = embedded;
    await createScript(api, ownVm, 'mine', HARMLESS_SCRIPT);
    await createScript(api, ownVm, 'theirs', HARMLESS_SCRIPT);
    await page.goto(`${ownVm.page}/sidecar-hooks`);
    await page.getByRole('button', { name: 'Attach hook script' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'ConfigMap' }).click();
    await page.getByRole('option', { name: /^mine/ }).click();

    await setSidecars(api, ownVm, JSON.stringify([sidecar('theirs', { note: 'kept' })]));
    await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(dialog.getByText(/Changed meanwhile/)).toBeVisible();
    expect(JSON.parse((await sidecarsOf(api, ownVm)) ?? '')).toHaveLength(1);

    await dialog.getByRole('button', { name: 'Save my edit as well' }).click();
    await expect(dialog).toBeHidden();
    const saved = JSON.parse((await sidecarsOf(api, ownVm)) ?? '') as {
      note?: string;
      configMap: { name: string };
    }[];
    expect(saved.map(({ configMap }) => configMap.name)).toEqual(['theirs', 'mine']);
    expect(saved[0]?.note).toBe('kept');
  });
});

test('shows a malformed annotation as it is, with its error, and removes it only when asked', async ({
  page,
  ownVm,
  embedded,
}) => {
  const malformed = '["image": "registry.example/hook"]';
  await setSidecars(embedded.api, ownVm, malformed);
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await expect(page.getByText(/not valid JSON: line 1, column 9/).first()).toBeVisible();
  expect(await sidecarsOf(embedded.api, ownVm)).toBe(malformed);

  await page.getByRole('button', { name: 'Remove the annotation' }).first().click();
  const dialog = page.getByRole('dialog');
  expect(await sidecarsOf(embedded.api, ownVm)).toBe(malformed);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(dialog).toBeHidden();
  expect(await sidecarsOf(embedded.api, ownVm)).toBeUndefined();
});

test('says why a VM with a failing script does not start, and shows the output of the script', async ({
  page,
  ownVm,
  embedded,
}) => {
  const { api } = embedded;
  await createScript(api, ownVm, 'broken', '#!/bin/sh\necho "no licence found" >&2\nexit 3\n');
  await setSidecars(api, ownVm, JSON.stringify([sidecar('broken')]));
  await restart(api, ownVm);
  await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks`);
  await expect(page.getByRole('row').filter({ hasText: ownVm.name }).getByText('Failing')).toBeVisible({
    timeout: 30_000,
  });

  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await expect(page.getByText(/exit status 3/).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Hook validation' }).click();
  await expect(page.getByText(/no licence found/).first()).toBeVisible();
});

test('detaches a script and leaves the other', { tag: '@safe' }, async ({ page, ownVm, embedded }) => {
  const { api } = embedded;
  await createScript(api, ownVm, 'first', HARMLESS_SCRIPT);
  await createScript(api, ownVm, 'second', HARMLESS_SCRIPT);
  await setSidecars(api, ownVm, JSON.stringify([sidecar('first'), sidecar('second', { extra: [1] })]));
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  const actions = page.getByRole('button', { name: /^Actions of .*first/ });
  await actions.click();
  // The menu must be under its button, not in a corner of the window.
  await expect
    .poll(async () => {
      const [button, menu] = await Promise.all([actions.boundingBox(), page.getByRole('menu').boundingBox()]);
      return (menu?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0);
    })
    .toBeCloseTo(8, -1);
  await page.getByRole('menuitem', { name: 'Detach' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Detach' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(JSON.parse((await sidecarsOf(api, ownVm)) ?? '')).toEqual([sidecar('second', { extra: [1] })]);
});
