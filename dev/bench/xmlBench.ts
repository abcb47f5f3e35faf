import type { Browser } from '@playwright/test';
import { openPage, tasksBetween } from './openPage';
import { median, milliseconds, printTable, ratio } from './printTable';
import { runKubectl } from './runKubectl';
import { startServers } from './startServers';

const NAMESPACE = 'storefront';
const VM = 'example-vm';
const PAGE = `/k8s/ns/${NAMESPACE}/kubevirt.io~v1~VirtualMachine/${VM}`;
const POD = ['get', 'pod', '-n', NAMESPACE, '-l', `vm.kubevirt.io/name=${VM}`, '-o', 'name'];
const DUMP = ['virsh', 'dumpxml', `${NAMESPACE}_${VM}`];

/** The way from a click to the domain XML on screen, and kubectl's to the same XML. */
export const benchXml = async (browser: Browser, { runs }: { runs: number }): Promise<void> => {
  const servers = await startServers({ vms: 0, scenario: 'demo' });
  try {
    const { page } = await openPage(browser, servers.url);
    const shown = page.locator('[data-test="domain-xml"] .view-line').first();
    await page.goto(`${PAGE}/hook-validation`);
    await shown.waitFor();
    const { output } = await runKubectl(servers.kubeconfig, ...POD);
    const kubectl: number[] = [];
    const clicks: number[] = [];
    let longest = 0;
    for (let run = 0; run < runs; run += 1) {
      const exec = ['exec', '-n', NAMESPACE, output.trim(), '-c', 'compute', '--', ...DUMP];
      kubectl.push((await runKubectl(servers.kubeconfig, ...exec)).took);
      await page
        .getByRole('tab', { name: 'Sidecar hooks' })
        .or(page.getByRole('link', { name: 'Sidecar hooks' }).last())
        .last()
        .click();
      await shown.waitFor({ state: 'detached' });
      const tab = await page.getByText('Hook validation', { exact: true }).last().elementHandle();
      const [from, to] = await page.evaluate(async (element) => {
        const started = performance.now();
        (element as HTMLElement | null)?.click();
        while (document.querySelector('[data-test="domain-xml"] .view-line span span') === null) {
          await new Promise((next) => requestAnimationFrame(next));
        }
        return [started, performance.now()] as const;
      }, tab);
      clicks.push(to - from);
      longest = Math.max(longest, (await tasksBetween(page, from, to)).longest);
    }
    printTable(
      `Domain XML of a running VM, medians of ${runs}`,
      ['', ''],
      [
        ['from the click on the tab to the XML', milliseconds(median(clicks))],
        ['kubectl exec … virsh dumpxml', milliseconds(median(kubectl))],
        ['kubectl’s time by ours', ratio(median(clicks), median(kubectl))],
        ['longest task', milliseconds(longest)],
      ],
    );
    await page.context().close();
  } finally {
    await servers.stop();
  }
};
