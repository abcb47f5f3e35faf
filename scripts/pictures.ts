/** Takes the pictures of docs/images in the embedded console, in both themes. */
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../dev/base/findChromium';
import { freePort } from '../integration-tests/embeddedConsole';
import { startConsole } from '../integration-tests/startConsole';

interface Picture {
  name: string;
  path: string;
  /** What is shown before the picture is taken, or before `act`. */
  ready: string;
  act?: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'virtual-machines', path: '/k8s/all-namespaces/sidecar-hooks', ready: 'text=Script changed' },
  {
    name: 'recipes',
    path: '/k8s/ns/storefront/sidecar-hooks/scripts/~new',
    ready: 'text=Write it yourself',
  },
  {
    name: 'workbench',
    path: '/k8s/ns/storefront/sidecar-hooks/scripts/~new?from=diskIoLimits',
    ready: 'text=The checks find no problem',
  },
  {
    name: 'trial-start',
    path: '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm/sidecar-hooks',
    ready: 'text=Try on a copy',
    act: async (page) => {
      await page.getByRole('button', { name: 'Try on a copy' }).click();
      await page.getByRole('button', { name: 'Start the copy' }).click();
      await page.getByText('The copy has started with these hook scripts').waitFor();
    },
  },
  {
    name: 'hook-validation',
    path: '/k8s/ns/storefront/kubevirt.io~v1~VirtualMachine/example-vm/hook-validation',
    // Coloured, which comes after the text.
    ready: '.view-line > span > span + span + span',
  },
];

const ports = [`--port=${await freePort()}`, `--api-port=${await freePort()}`];
const { consoleUrl, stop } = await startConsole(['--no-libvirt', ...ports]);
const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const theme of ['light', 'dark']) {
    const context = await browser.newContext({ baseURL: consoleUrl, viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name: 'theme', value: theme, url: consoleUrl }]);
    const page = await context.newPage();
    for (const { name, path, ready, act } of PICTURES) {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      await act?.(page);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `docs/images/${name}-${theme}.png` });
    }
  }
} finally {
  await browser.close();
  await stop();
}
