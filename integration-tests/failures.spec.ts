/** What the user sees while the cluster or the network fails, and that the page recovers. */
import type { Locator, Page } from '@playwright/test';
import { createScript, HARMLESS_SCRIPT, sidecarsOf } from './cluster';
import { expect, test } from './test';

const LIST = '/k8s/ns/storefront/sidecar-hooks';
const LISTED = '/namespaces/storefront/virtualmachines?limit';
const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

const row = (page: Page, vm: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: vm, exact: true }) });

// Browsers log each failed request, and the console each expired session.
test.use({ expectedProblems: [/40[01]|410|429|50[02]|WebSocket/] });

test.describe('a list', () => {
  test('that fails shows the message of the cluster, and loads after a retry', async ({ page, faults }) => {
    await faults.add({ path: LISTED, fault: { kind: 'answer', code: 500 } });
    await page.goto(LIST);
    await expect(page.getByRole('heading', { name: 'Could not read virtual machines' })).toBeVisible();
    await expect(page.getByText(/etcdserver: request timed out/)).toBeVisible();
    await expect(page.getByText('It is retried automatically.')).toBeVisible();
    await faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, 'example-vm')).toBeVisible();
  });

  test('waits as long as a busy cluster asks for, and then loads', async ({ page, faults }) => {
    const times: number[] = [];
    page.on('request', (request) => {
      if (request.url().includes(LISTED)) {
        times.push(Date.now());
      }
    });
    await faults.add({ path: LISTED, count: 1, fault: { kind: 'answer', code: 429, retryAfterSeconds: 3 } });
    await page.goto(LIST);
    await expect(page.getByText(/asks to wait 3 seconds. It said: .*too many requests/)).toBeVisible();
    await expect(row(page, 'example-vm')).toBeVisible();
    expect(times).toHaveLength(2);
    // Without Retry-After, the retry would come after half a second.
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(2000);
  });

  test('says that the session has expired, and continues after a login', async ({ page, faults }) => {
    await faults.add({ path: LISTED, fault: { kind: 'answer', code: 401 } });
    await page.goto(LIST);
    await expect(page.getByRole('heading', { name: 'Your session has expired' })).toBeVisible();
    await faults.clear();
    await expect(row(page, 'example-vm')).toBeVisible();
  });

  test('that gets no answer says so, and times out', async ({ page, faults }) => {
    await faults.add({ path: LISTED, count: 1, fault: { kind: 'hang' } });
    await page.clock.install();
    await page.goto(LIST);
    await expect(page.getByText('Loading virtual machines')).toBeAttached();
    await page.clock.runFor(10_000);
    await expect(page.getByText(/The cluster is slow to answer/)).toBeVisible();
    await page.clock.runFor(60_000);
    await expect(row(page, 'example-vm')).toBeVisible();
  });

  test('stays visible while it cannot be refreshed', async ({ page, faults }) => {
    await page.goto(LIST);
    await expect(row(page, 'example-vm')).toBeVisible();
    await faults.add({ verb: 'watch', path: '/virtualmachines?', count: 1, fault: { kind: 'watchCut' } });
    await faults.add({ path: '/virtualmachines?', fault: { kind: 'answer', code: 500 } });
    const alert = page.getByText(
      'What is shown may be out of date: virtual machines could not be refreshed.',
    );
    // After several attempts with growing waits between them.
    await expect(alert).toBeVisible({ timeout: 40_000 });
    await expect(row(page, 'example-vm')).toBeVisible();
    await faults.clear();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toBeHidden();
    await expect(row(page, 'example-vm')).toBeVisible();
  });
});

test('a watch that is cut, expires or sends garbage misses no change', async ({
  page,
  faults,
  ownVm,
  embedded: { api },
}) => {
  const machines = ownVm.apiPath.slice(0, ownVm.apiPath.lastIndexOf('/'));
  const path = `/namespaces/${ownVm.namespace}/virtualmachines?`;
  await page.goto(`/k8s/ns/${ownVm.namespace}/sidecar-hooks`);
  await expect(row(page, ownVm.name)).toBeVisible();
  for (const kind of ['watchCut', 'watchExpired', 'watchGarbage'] as const) {
    await faults.add({ verb: 'watch', path, count: 1, fault: { kind } });
    const born = `born-after-${kind.toLowerCase()}`;
    await api('POST', machines, {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: born, namespace: ownVm.namespace },
      spec: { runStrategy: 'Halted', template: { spec: { domain: { devices: {} } } } },
    });
    await expect(row(page, born)).toBeVisible();
    expect(await faults.rules()).toEqual([]);
    await api('DELETE', `${machines}/${born}`);
    await expect(row(page, born)).toBeHidden();
  }
  await expect(row(page, ownVm.name)).toBeVisible();
});

test('reading the domain XML says at which stage it was cut, and works after a retry', async ({
  page,
  faults,
}) => {
  await page.goto(`${EXAMPLE}/hook-validation`);
  const xml = page
    .locator('[data-test="domain-xml-text"]')
    .getByText(/kubevirt.io/)
    .first();
  await expect(xml).toBeVisible();
  for (const [stage, title] of [
    ['beforeUpgrade', 'No connection to the pod'],
    ['beforeOutput', 'The connection was lost'],
    ['midOutput', 'The connection was lost'],
    ['beforeStatus', 'The connection was lost'],
  ] as const) {
    await faults.add({ verb: 'exec', path: 'dumpxml', count: 1, fault: { kind: 'execCut', stage } });
    await page.getByRole('button', { name: 'Refresh', exact: true }).first().click();
    await expect(page.getByText(title)).toBeVisible();
    await expect(xml).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(title)).toBeHidden();
    await expect(xml).toBeVisible();
  }
});

test('a failed write keeps the input, and works after a retry', async ({
  page,
  faults,
  ownVm,
  embedded: { api },
}) => {
  await createScript(api, ownVm, 'mine', HARMLESS_SCRIPT);
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await page.getByRole('button', { name: 'Attach hook script' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'ConfigMap' }).click();
  await page.getByRole('option', { name: /^mine/ }).click();
  const attach = dialog.getByRole('button', { name: 'Attach', exact: true });
  for (const [fault, text] of [
    [{ code: 500 }, /etcdserver: request timed out/],
    [{ code: 429, retryAfterSeconds: 1 }, /asks to wait 1 second\./],
    [{ code: 401 }, /Your session has expired. Log in again in another tab/],
  ] as const) {
    await faults.add({ verb: 'patch', count: 1, fault: { kind: 'answer', ...fault } });
    await attach.click();
    await expect(dialog.getByText(text)).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('combobox', { name: 'ConfigMap' })).toHaveValue('mine');
  }
  expect(await sidecarsOf(api, ownVm)).toBeUndefined();
  await attach.click();
  await expect(dialog).toBeHidden();
  expect(await sidecarsOf(api, ownVm)).toContain('mine');
});
