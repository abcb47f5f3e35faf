import type { Page } from '@playwright/test';
import type { Api } from './apiClient';
import { createQuota, createScript, setSidecars, sidecar } from './cluster';
import type { OwnVm } from './test';
import { expect, test } from './test';

const LABEL = 'sidecar-hooks.kubevirt.io/trial-start=true';

const GOOD = `#!/bin/sh\nprintf '%s' "$4" | sed 's|</domain>|<description>trial</description></domain>|'\n`;
const SLOW = '#!/bin/sh\nsleep 30\n';

const attach = async (api: Api, vm: OwnVm, script: string): Promise<void> => {
  await createScript(api, vm, 'script', script);
  await setSidecars(api, vm, JSON.stringify([sidecar('script')]));
};

interface Listed {
  items: { metadata: { name: string } }[];
}

const objectsOfTrials = async (api: Api, { namespace }: OwnVm): Promise<string[]> => {
  const selector = `labelSelector=${encodeURIComponent(LABEL)}`;
  const lists = await Promise.all(
    [
      `/api/v1/namespaces/${namespace}/configmaps`,
      `/api/v1/namespaces/${namespace}/pods`,
      `/apis/kubevirt.io/v1/namespaces/${namespace}/virtualmachineinstances`,
    ].map(async (path) => api<Listed>('GET', `${path}?${selector}`)),
  );
  return lists.flatMap(({ items }) => items.map(({ metadata }) => metadata.name));
};

const start = async (page: Page, vm: OwnVm): Promise<void> => {
  await page.goto(`${vm.page}/sidecar-hooks`);
  await page.getByRole('button', { name: 'Try on a copy' }).click();
  await expect(page.getByText('What it does not prove')).toBeVisible();
  await page.getByRole('button', { name: 'Start the copy' }).click();
};

test('a good script starts a copy, shows its calls, and leaves nothing', async ({
  page,
  ownVm,
  embedded: { api },
}) => {
  await attach(api, ownVm, GOOD);
  await start(page, ownVm);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('The copy has started with these hook scripts')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Call 2' })).toBeVisible();
  await expect(
    dialog
      .getByRole('region', { name: 'Call 1' })
      .getByText(/<description>/)
      .first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'The domain XML of the copy' }).click();
  await expect(dialog.getByText(/<description>trial<\/description>/).last()).toBeVisible();
  expect(await objectsOfTrials(api, ownVm)).toEqual([]);

  await dialog.getByRole('button', { name: 'Copy a report' }).click();
  await expect(page.getByText(/# Trial start of VM web-server/)).toBeVisible();
});

test('leaving the page in the middle leaves nothing', async ({ page, ownVm, embedded: { api } }) => {
  await attach(api, ownVm, SLOW);
  await start(page, ownVm);
  await expect
    .poll(async () => objectsOfTrials(api, ownVm))
    .toContainEqual(expect.stringContaining('virt-launcher-'));
  await page.goto('about:blank');
  await expect.poll(async () => objectsOfTrials(api, ownVm)).toEqual([]);
});

test('a quota is reported in the words of the cluster', async ({ page, ownVm, embedded: { api } }) => {
  await attach(api, ownVm, GOOD);
  await createQuota(api, ownVm, 'none', { pods: '0' });
  await start(page, ownVm);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('KubeVirt cannot start the copy')).toBeVisible();
  await expect(dialog.getByText(/exceeded quota: none/).first()).toBeVisible();
  await expect.poll(async () => objectsOfTrials(api, ownVm)).toEqual([]);
});

test('what an old trial has left can be removed', async ({ page, ownVm, embedded: { api } }) => {
  await attach(api, ownVm, GOOD);
  await api('POST', `/api/v1/namespaces/${ownVm.namespace}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'sidecar-trial-web-server-old-0',
      namespace: ownVm.namespace,
      labels: { 'sidecar-hooks.kubevirt.io/trial-start': 'true' },
      annotations: {
        'sidecar-hooks.kubevirt.io/trial-of': ownVm.name,
        'sidecar-hooks.kubevirt.io/trial-expires': '2026-01-01T00:00:00Z',
      },
    },
  });
  await page.goto(`${ownVm.page}/sidecar-hooks`);
  await expect(page.getByText(/a copy of VM web-server/)).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Trial starts were not cleaned up')).toBeHidden();
  expect(await objectsOfTrials(api, ownVm)).toEqual([]);
});
