import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { openPage, tasksBetween } from './openPage';
import { median, megabytes, milliseconds, printTable } from './printTable';
import type { BenchWindow } from './probe';
import { runKubectl } from './runKubectl';
import { startServers } from './startServers';
import { LAST_NOTE, XML_NAMESPACE } from './xmlObjects';

const MACHINE = `/k8s/ns/${XML_NAMESPACE}/kubevirt.io~v1~VirtualMachine`;
const BOOT_MS = 120_000;
/** The VMs with what is looked for in their XML. */
const XML_VMS = [
  ['small', '</domain>'],
  ['large', LAST_NOTE],
] as const;

interface Dump {
  bytes: number;
  /** Milliseconds of `kubectl exec … virsh dumpxml`. */
  kubectl: number;
}

interface Shown {
  /** Milliseconds from the click on the tab, and on Refresh, to the painted XML. */
  opened: number;
  refreshed: number;
  found: number;
  longest: number;
}

/** The pod of a VM whose domain runs; the first boot takes seconds. */
const launcherOf = async (kubeconfig: string, vm: string): Promise<string> => {
  const until = performance.now() + BOOT_MS;
  while (performance.now() < until) {
    const { output } = await runKubectl(
      kubeconfig,
      ...['get', 'pod', '-n', XML_NAMESPACE, '-l', `vm.kubevirt.io/name=${vm}`, '-o', 'name'],
    );
    const { output: phase } = await runKubectl(
      kubeconfig,
      ...['get', 'vmi', vm, '-n', XML_NAMESPACE, '--ignore-not-found', '-o', 'jsonpath={.status.phase}'],
    );
    if (phase === 'Running') {
      return output.trim();
    }
    await sleep(500);
  }
  throw new Error(`VM ${vm} does not run after ${BOOT_MS / 1_000} s.`);
};

const dump = async (kubeconfig: string, pod: string, runs: number): Promise<Dump> => {
  const took: number[] = [];
  let bytes = 0;
  for (let run = 0; run < runs; run += 1) {
    const words = ['exec', pod, '-n', XML_NAMESPACE, '-c', 'compute', '--', 'virsh', 'dumpxml', '1'];
    const result = await runKubectl(kubeconfig, ...words);
    bytes = Buffer.byteLength(result.output);
    took.push(result.took);
  }
  return { bytes, kubectl: median(took) };
};

/** Clicks and answers the milliseconds until the XML that this click asked for is painted. */
const click = async (page: Page, button: Locator): Promise<number> => {
  const element = await button.elementHandle();
  return page.evaluate(async (target) => {
    const { bench } = window as unknown as BenchWindow;
    const started = performance.now();
    (target as HTMLElement | null)?.click();
    // React takes the click at the end of this task: what was shown before it does not count.
    await Promise.resolve();
    const xml = document.querySelector('[data-test="domain-xml"]');
    if (xml !== null && xml.querySelector('[role="progressbar"]') === null) {
      throw new Error('The click did not make the page read the XML.');
    }
    await bench.until(
      () =>
        document.querySelector('[data-test="domain-xml"] [role="progressbar"]') === null &&
        document
          .querySelector('[data-test="domain-xml-text"] .view-lines')
          ?.textContent.includes('<domain') === true,
    );
    return performance.now() - started;
  }, element);
};

/** Looks for a text that stands once in the XML, and answers the milliseconds until it is found. */
const find = async (page: Page, text: string): Promise<number> => {
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.locator('.find-widget.visible textarea').first().waitFor();
  const started = await page.evaluate(() => performance.now());
  await page.keyboard.insertText(text);
  await page.waitForFunction(
    () => document.querySelector('.find-widget .matchesCount')?.textContent === '1 of 1',
  );
  return page.evaluate((from) => performance.now() - from, started);
};

const show = async (
  browser: Browser,
  url: string,
  vm: string,
  runs: number,
  sought: string,
): Promise<Shown> => {
  const { page } = await openPage(browser, url);
  await page.goto(`${MACHINE}/${vm}/sidecar-hooks`);
  await page.getByText('Running', { exact: true }).first().waitFor();
  const from = await page.evaluate(() => performance.now());
  const opened = await click(page, page.locator('main').getByText('Hook validation', { exact: true }));
  const refreshed: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // People look before they click again.
    await page.waitForTimeout(500);
    refreshed.push(await click(page, page.getByRole('button', { name: 'Refresh' })));
  }
  const found = await find(page, sought);
  const to = await page.evaluate(() => performance.now());
  const { longest } = await tasksBetween(page, from, to);
  await page.context().close();
  return { opened, refreshed: median(refreshed), found, longest };
};

const times = (value: number): string => `${value.toFixed(1)} ×`;

/** Domain XML on the tab Hook validation, beside what kubectl needs for the same. */
export const benchXml = async (browser: Browser, { runs }: { runs: number }): Promise<void> => {
  const servers = await startServers({ vms: 0, domains: true });
  try {
    const pods: string[] = [];
    for (const [vm] of XML_VMS) {
      pods.push(await launcherOf(servers.kubeconfig, vm));
    }
    // A domain of 5 MB keeps the cluster busy while it boots, and after that no more.
    const measured: { dumped: Dump; shown: Shown }[] = [];
    for (const [index, [vm, sought]] of XML_VMS.entries()) {
      const dumped = await dump(servers.kubeconfig, pods[index] ?? '', runs);
      measured.push({ dumped, shown: await show(browser, servers.url, vm, runs, sought) });
    }
    const row = (title: string, cell: (figures: { dumped: Dump; shown: Shown }) => string): string[] => [
      title,
      ...measured.map(cell),
    ];
    printTable(
      `Domain XML, medians of ${runs}`,
      ['', ...XML_VMS.map(([vm]) => vm)],
      [
        row('bytes of the XML', ({ dumped }) => megabytes(dumped.bytes)),
        row('kubectl exec … virsh dumpxml', ({ dumped }) => milliseconds(dumped.kubectl)),
        row('Refresh → XML shown', ({ shown }) => milliseconds(shown.refreshed)),
        row('  in times of kubectl', ({ dumped, shown }) => times(shown.refreshed / dumped.kubectl)),
        row('tab → XML shown, the first time', ({ shown }) => milliseconds(shown.opened)),
        row('Find → found', ({ shown }) => milliseconds(shown.found)),
        row('longest task', ({ shown }) => milliseconds(shown.longest)),
      ],
    );
  } finally {
    await servers.stop();
  }
};
