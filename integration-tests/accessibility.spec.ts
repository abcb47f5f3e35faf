import { mkdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './test';

const EXAMPLE = '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm';

const PAGES = [
  { name: 'virtual machines', path: '/k8s/all-namespaces/sidecar-hooks', ready: 'example-vm' },
  {
    name: 'hook scripts',
    path: '/k8s/all-namespaces/sidecar-hooks?tab=hook-scripts',
    ready: 'xmleditscript',
  },
  {
    name: 'feature gate',
    path: '/k8s/all-namespaces/sidecar-hooks?tab=feature-gate',
    ready: 'Sidecar is enabled',
  },
  { name: 'sidecars of a VM', path: `${EXAMPLE}/sidecar-hooks`, ready: 'xmleditscript' },
  { name: 'hook validation', path: `${EXAMPLE}/hook-validation`, ready: 'Running domain' },
];

const SCREENSHOTS = 'test-results/pages';
mkdirSync(SCREENSHOTS, { recursive: true });

for (const theme of ['light', 'dark'] as const) {
  for (const { name, path, ready } of PAGES) {
    test(`${name} has no accessibility fault in the ${theme} theme`, async ({ page }) => {
      await page.goto(path);
      // eslint-disable-next-line playwright/no-conditional-in-test -- the themes differ by one click
      if (theme === 'dark') {
        await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
      }
      await expect(page.getByRole('main').getByText(ready).filter({ visible: true }).first()).toBeVisible();
      for (const width of [1280, 800]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${SCREENSHOTS}/${name.replaceAll(' ', '-')}-${theme}-${width}.png` });
      }
      // The code editor belongs to the console.
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
