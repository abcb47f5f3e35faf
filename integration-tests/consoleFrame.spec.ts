import type { Locator, Page } from '@playwright/test';
import sharedVersions from '../dev/console/sharedModules.json' with { type: 'json' };
import { expect, test } from './test';

const VM = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

test('leaves the namespace bar to the console, which sorts tabs by name', async ({ page }) => {
  for (const path of [
    '/k8s/ns/storefront/sidecar-hooks',
    '/k8s/all-namespaces/sidecar-hooks',
    `${VM}/sidecar-hooks`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Hook sidecars' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Namespace: / })).toHaveCount(1);
  }
  await expect(page.getByRole('tab', { name: /^Hook / })).toHaveText(['Hook sidecars', 'Hook validation']);
});

/** Opens an object from its list; returns the tabs of its page, which has no events as the console's plain pages. */
const openPlainPage = async (page: Page, list: string, name: string): Promise<Locator> => {
  await page.goto(list);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${list}/${name}$`));
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveCount(0);
  return page.getByRole('tab');
};

for (const [list, name] of [
  ['/k8s/ns/storefront/templates', 'shop-server'],
  ['/k8s/ns/openshift/templates', 'fedora-server-small'],
  ['/k8s/ns/storefront/template.kubevirt.io~v1alpha1~VirtualMachineTemplate', 'cache-node'],
  ['/k8s/ns/storefront/template.kubevirt.io~v1beta1~VirtualMachineTemplate', 'cache-node'],
] as const) {
  test(`opens ${name} from ${list}`, async ({ page, embedded }) => {
    // eslint-disable-next-line playwright/no-skipped-test -- skipped on clusters that are not ours
    test.skip(embedded.faults === undefined, 'needs the templates of the embedded cluster');
    await expect(await openPlainPage(page, list, name)).toContainText(['Details', 'YAML']);
  });
}

test('opens pools and preferences', async ({ page, embedded, ownVm: { namespace } }) => {
  // eslint-disable-next-line playwright/no-skipped-test -- skipped on clusters that are not ours
  test.skip(embedded.faults === undefined, 'needs the pages of the embedded console');
  const labels = { pool: 'kiosks' };
  const template = { metadata: { labels }, spec: { domain: { devices: {} } } };
  await embedded.api('POST', `/apis/pool.kubevirt.io/v1beta1/namespaces/${namespace}/virtualmachinepools`, {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'kiosks' },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      virtualMachineTemplate: { metadata: { labels }, spec: { runStrategy: 'Halted', template } },
    },
  });
  const preferences = `/apis/instancetype.kubevirt.io/v1beta1/namespaces/${namespace}/virtualmachinepreferences`;
  await embedded.api('POST', preferences, {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePreference',
    metadata: { name: 'fast' },
    spec: {},
  });
  for (const [kind, name] of [
    ['pool.kubevirt.io~v1alpha1~VirtualMachinePool', 'kiosks'],
    ['pool.kubevirt.io~v1beta1~VirtualMachinePool', 'kiosks'],
    ['instancetype.kubevirt.io~v1beta1~VirtualMachinePreference', 'fast'],
  ] as const) {
    const tabs = await openPlainPage(page, `/k8s/ns/${namespace}/${kind}`, name);
    await expect(tabs).toContainText(['Details', 'YAML']);
  }
});

test("adds its actions to kubevirt-plugin's menu of a VM, and no duplicates", async ({ page, ownVm }) => {
  // eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
  test.skip(process.env.CONSOLE_URL !== undefined, 'needs the kubevirt-plugin of the embedded console');
  await page.goto(ownVm.page);
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Attach hook script' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Start', exact: true })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete VirtualMachine' })).toHaveCount(1);
});

test('has one place in the navigation of each perspective, behind the settings of kubevirt-plugin', async ({
  page,
}) => {
  // eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
  test.skip(process.env.CONSOLE_URL !== undefined, 'needs the kubevirt-plugin of the embedded console');
  await page.goto('/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine');
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  const links = navigation.getByRole('link');
  await expect(navigation.getByRole('link', { name: 'Hook sidecars' })).toHaveCount(1);
  await expect(links.last()).toHaveText('Hook sidecars');

  await page.getByRole('button', { name: 'Core platform' }).click();
  await page.getByRole('option', { name: 'Virtualization' }).click();
  await expect(page.getByRole('button', { name: 'Virtualization', exact: true })).toBeVisible();
  await expect(links).toHaveText([
    'VirtualMachines',
    'Templates',
    'Bootable volumes',
    'InstanceTypes',
    'Virtual machine networks',
    'Checkups',
    'Settings',
    'Hook sidecars',
  ]);
  await links.first().click();
  await expect(page).toHaveURL(/kubevirt\.io~v1~VirtualMachine$/);
  await links.last().click();
  await expect(page.getByRole('heading', { name: 'Hook sidecars' })).toBeVisible();
  await expect(page).toHaveURL(/\/k8s\/ns\/storefront\/sidecar-hooks$/);
});

test('shares with plugins the modules that the console 4.22 shares, and no others', async ({ page }) => {
  // eslint-disable-next-line playwright/no-skipped-test -- skipped for a running console only
  test.skip(process.env.CONSOLE_URL !== undefined, 'a real console shares a few that ours does not have');
  await page.goto('/k8s/ns/storefront/sidecar-hooks');
  await expect(page.getByRole('heading', { name: 'Hook sidecars' })).toBeVisible();
  const shared = await page.evaluate(() => {
    // webpack's share scope: for each module and version, who provides it.
    type Scope = Record<string, Record<string, { from: string }>>;
    interface Runtime {
      S: { default: Scope };
    }
    const chunks = (globalThis as unknown as { webpackChunkopenshift_console: unknown[] })
      .webpackChunkopenshift_console;
    let scope: Scope = {};
    chunks.push([['share-scope-probe'], {}, (runtime: Runtime) => (scope = runtime.S.default)]);
    return Object.entries(scope).flatMap(([name, versions]) =>
      Object.entries(versions)
        .filter(([, { from }]) => from === 'openshift-console')
        .map(([version]) => [name, version]),
    );
  });
  expect(shared.toSorted()).toEqual(Object.entries(sharedVersions).toSorted());
});
