import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';
export const LIST = '/k8s/all-namespaces/sidecar-hooks';

interface Place {
  name: string;
  path: string;
  /** A text that appears when the page has loaded. */
  ready: string;
  /** The button that opens the dialog to check. */
  dialog?: string;
  /** Whether it has colours of its own, so that the dark theme is checked too. */
  hasOwnColours?: boolean;
}

/** Every page of the plugin, and a dialog. */
export const PLACES: readonly Place[] = [
  { name: 'virtual machines', path: LIST, ready: 'example-vm', hasOwnColours: true },
  { name: 'templates', path: `${LIST}?tab=templates`, ready: 'shop-server' },
  { name: 'hook scripts', path: `${LIST}?tab=hook-scripts`, ready: 'xmleditscript' },
  {
    name: 'workbench',
    path: '/k8s/ns/storefront/sidecar-hooks/scripts/xmleditscript/script.sh',
    ready: 'Line 3',
    hasOwnColours: true,
  },
  {
    name: 'new script',
    path: '/k8s/ns/storefront/sidecar-hooks/scripts/~new?from=example',
    ready: 'The name of the ConfigMap',
  },
  { name: 'recipes', path: '/k8s/ns/storefront/sidecar-hooks/scripts/~new', ready: 'Write it yourself' },
  {
    name: 'recipe',
    path: '/k8s/ns/storefront/sidecar-hooks/scripts/~new?from=diskIoLimits',
    ready: 'Operations per second',
  },
  { name: 'feature gate', path: `${LIST}?tab=feature-gate`, ready: 'Sidecar is enabled' },
  { name: 'sidecars of a VM', path: `${EXAMPLE}/sidecar-hooks`, ready: 'xmleditscript' },
  {
    name: 'sidecars of a template',
    path: '/k8s/ns/storefront/templates/shop-server/sidecar-hooks',
    ready: 'disk-limits',
  },
  {
    name: 'sidecars of a pool',
    path: '/k8s/ns/storefront/pool.kubevirt.io~v1beta1~VirtualMachinePool/web-pool/sidecar-hooks',
    ready: 'web-pool-1',
  },
  {
    name: 'attach form',
    path: `${EXAMPLE}/sidecar-hooks`,
    ready: 'xmleditscript',
    dialog: 'Attach hook script',
  },
  {
    name: 'hook validation',
    path: `${EXAMPLE}/hook-validation`,
    ready: 'Running domain',
    hasOwnColours: true,
  },
];

/** Opens a place and waits until it has loaded. */
export const openPlace = async (page: Page, { path, ready, dialog }: Place): Promise<void> => {
  await page.goto(path);
  await expect(page.getByRole('main').getByText(ready).filter({ visible: true }).first()).toBeVisible();
  if (dialog !== undefined) {
    await page.getByRole('button', { name: dialog, exact: true }).first().click();
    // Not the placeholder that shows while the code loads.
    await page.getByRole('dialog', { name: dialog }).waitFor();
  }
};

/** Checks our part only, not the frame and the icons of the console; dialogs are outside of the main element. */
const ourPart = (page: Page): AxeBuilder => {
  const builder = new AxeBuilder({ page });
  return process.env.CONSOLE_URL === undefined
    ? builder
    : builder.include('main, [role="dialog"]').exclude('.co-namespace-bar').exclude('.co-m-resource-icon');
};

/** Checks at 640 pixels too, where lists become blocks and filters fold. The code editor is the console's. */
export const accessibilityFaults = async (page: Page, rules?: string[]): Promise<string[]> => {
  const builder = ourPart(page).exclude('.monaco-editor');
  const { violations } = await (rules === undefined ? builder : builder.withRules(rules)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};
