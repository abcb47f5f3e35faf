import type { Page } from '@playwright/test';
import { createScript, HARMLESS_SCRIPT } from './cluster';
import type { EmbeddedConsole } from './embeddedConsole';
import { expect, test, type OwnVm } from './test';

type Api = EmbeddedConsole['api'];

/** Adds a device without looking for it first. */
const ADDS = `#!/bin/sh
printf '%s' "$4" | sed 's|</devices>|<watchdog model="i6300esb" action="reset"></watchdog></devices>|'
`;
const unlessThere = (command: string): string =>
  ADDS.replace('printf', `case $4 in *watchdog*) ${command}; esac\nprintf`);

const openTry = async (page: Page, { namespace }: OwnVm, script: string): Promise<void> => {
  await page.goto(`/k8s/ns/${namespace}/sidecar-hooks/scripts/${script}/script.sh`);
  await page.getByRole('tab', { name: 'Try it' }).click();
};

const tryIt = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Try it' }).click();

/** The pods that run tries. */
const tryPods = async (api: Api, { namespace }: OwnVm): Promise<string[]> => {
  const selector = 'labelSelector=sidecar-hooks.kubevirt.io%2Fquick-try';
  const { items } = await api<{ items: { metadata: { name: string } }[] }>(
    'GET',
    `/api/v1/namespaces/${namespace}/pods?${selector}`,
  );
  return items.map(({ metadata }) => metadata.name);
};

test('shows that a script adds once', { tag: '@safe' }, async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'script', unlessThere('printf "%s" "$4"; exit'));
  await openTry(page, ownVm, 'script');
  await tryIt(page);
  await expect(page.getByText('alert:Same after the second call')).toBeVisible();
  await expect(page.getByRole('region', { name: /^Call \d$/ })).toHaveCount(3);
});

test(
  'shows what KubeVirt says, stderr, and the changed lines',
  { tag: '@own' },
  async ({ page, ownVm, embedded: { api } }) => {
    await createScript(api, ownVm, 'script', unlessThere('echo "is there" >&2; exit 3'));
    await openTry(page, ownVm, 'script');
    await tryIt(page);
    await expect(page.getByText('alert:Fails in call 2')).toBeVisible();
    const first = page.getByRole('region', { name: 'Call 1' });
    await expect(first.getByText('<watchdog').first()).toBeVisible();
    const second = page.getByRole('region', { name: 'Call 2' });
    await expect(second.getByText('exit status 3')).toBeVisible();
    await expect(second.getByText('is there')).toBeVisible();
  },
);

test('removes the pod when the browser’s tab is closed', async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'script', HARMLESS_SCRIPT);
  await openTry(page, ownVm, 'script');
  await tryIt(page);
  await expect(page.getByText('alert:Changes nothing')).toBeVisible();
  expect(await tryPods(api, ownVm)).toHaveLength(1);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => tryPods(api, ownVm)).toEqual([]);
});

test('takes the XML of a running VM', async ({ page, ownVm, embedded: { api } }) => {
  await createScript(api, ownVm, 'script', ADDS);
  await openTry(page, ownVm, 'script');
  await page.getByLabel('Input').selectOption('What KubeVirt generated for a running VM');
  await page.getByRole('combobox', { name: 'Running VM' }).click();
  await page.getByRole('option', { name: ownVm.name }).click();
  await expect(page.getByText(/^Logged at .*, when the VM was started\.$/)).toBeVisible();
  await tryIt(page);
  await expect(page.getByText('alert:Adds again at each call')).toBeVisible();
});
