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
/** Nobody waits longer for the XML. */
const SHOWN_MS = 60_000;
/** What a page does after it has shown something is done by then. */
const SETTLE_MS = 1_500;
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

/** Milliseconds to the painted XML, and the longest task on the way. */
interface Shown {
  took: number;
  longest: number;
}

interface Figures {
  dumped: Dump;
  /** A click on the tab in a page that has neither the plugin's code nor the editor. */
  cold: Shown;
  /** A click on the tab in a page that has shown the VM's other tab, with an editor. */
  warm: Shown;
  /** A click on Refresh, which brings another XML. */
  refreshed: Shown;
  found: Shown;
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

/** Clicks and measures until XML is painted that was not there before: each dump has a title of its own. */
const click = async (page: Page, button: Locator): Promise<Shown> => {
  const element = await button.elementHandle();
  const [from, to] = await page.evaluate(
    async ([target, limit]) => {
      const { bench } = window as unknown as BenchWindow;
      const shown = (): string | undefined =>
        /<title>dump.\d+/.exec(
          document.querySelector('[data-test="domain-xml-text"] .view-lines')?.textContent ?? '',
        )?.[0];
      const before = shown();
      const started = performance.now();
      (target as HTMLElement | null)?.click();
      await bench.until(() => {
        if (performance.now() - started > limit) {
          throw new Error('The click brought no other XML.');
        }
        const now = shown();
        return now !== undefined && now !== before;
      });
      return [started, performance.now()] as const;
    },
    [element, SHOWN_MS] as const,
  );
  // What the new XML causes after it is shown counts as well.
  await page.waitForTimeout(SETTLE_MS);
  const { longest } = await tasksBetween(page, from, to + SETTLE_MS);
  return { took: to - from, longest };
};

/** Looks for a text that stands once in the XML. */
const find = async (page: Page, text: string): Promise<Shown> => {
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.locator('.find-widget.visible textarea').first().waitFor();
  const from = await page.evaluate(() => performance.now());
  await page.keyboard.insertText(text);
  await page.waitForFunction(
    () => document.querySelector('.find-widget .matchesCount')?.textContent === '1 of 1',
  );
  const to = await page.evaluate(() => performance.now());
  const { longest } = await tasksBetween(page, from, to);
  return { took: to - from, longest };
};

const validationTab = (page: Page): Locator =>
  page.locator('main').getByText('Hook validation', { exact: true });

/** Opens the tab in a page of its own, from the VM's details or from its tab Sidecar hooks. */
const open = async (
  browser: Browser,
  machine: string,
  from: 'details' | 'sidecar-hooks',
): Promise<{ page: Page; shown: Shown }> => {
  const { page } = await openPage(browser, machine);
  await page.goto(from === 'details' ? machine : `${machine}/${from}`);
  if (from === 'sidecar-hooks') {
    await page.getByText('Running', { exact: true }).first().waitFor();
    await validationTab(page).hover();
  }
  // Watches stay open: the network does not get idle.
  await page.waitForTimeout(SETTLE_MS);
  return { page, shown: await click(page, validationTab(page)) };
};

const medians = (all: readonly Shown[]): Shown => ({
  took: median(all.map(({ took }) => took)),
  longest: median(all.map(({ longest }) => longest)),
});

const measure = async (
  browser: Browser,
  machine: string,
  runs: number,
  sought: string,
): Promise<Omit<Figures, 'dumped'>> => {
  const all: Record<'cold' | 'warm' | 'refreshed' | 'found', Shown[]> = {
    cold: [],
    warm: [],
    refreshed: [],
    found: [],
  };
  for (let run = 0; run < runs; run += 1) {
    const cold = await open(browser, machine, 'details');
    all.cold.push(cold.shown);
    await cold.page.context().close();
    const { page, shown } = await open(browser, machine, 'sidecar-hooks');
    all.warm.push(shown);
    all.refreshed.push(await click(page, page.getByRole('button', { name: 'Refresh' })));
    all.found.push(await find(page, sought));
    await page.context().close();
  }
  const { cold, warm, refreshed, found } = all;
  return {
    cold: medians(cold),
    warm: medians(warm),
    refreshed: medians(refreshed),
    found: medians(found),
  };
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
    const measured: Figures[] = [];
    for (const [index, [vm, sought]] of XML_VMS.entries()) {
      const dumped = await dump(servers.kubeconfig, pods[index] ?? '', runs);
      measured.push({ dumped, ...(await measure(browser, `${servers.url}${MACHINE}/${vm}`, runs, sought)) });
    }
    const row = (title: string, cell: (figures: Figures) => string): string[] => [
      title,
      ...measured.map(cell),
    ];
    const shownRows = (title: string, of: (figures: Figures) => Shown): string[][] => [
      row(title, (figures) => milliseconds(of(figures).took)),
      row('  in times of kubectl', (figures) => times(of(figures).took / figures.dumped.kubectl)),
      row('  longest task', (figures) => milliseconds(of(figures).longest)),
    ];
    printTable(
      `Domain XML, medians of ${runs}`,
      ['', ...XML_VMS.map(([vm]) => vm)],
      [
        row('bytes of the XML', ({ dumped }) => megabytes(dumped.bytes)),
        row('kubectl exec … virsh dumpxml', ({ dumped }) => milliseconds(dumped.kubectl)),
        ...shownRows('Refresh → other XML shown', ({ refreshed }) => refreshed),
        ...shownRows('tab → XML shown, from tab Sidecar hooks', ({ warm }) => warm),
        ...shownRows('tab → XML shown, from another page', ({ cold }) => cold),
        row('Find → found', ({ found }) => milliseconds(found.took)),
        row('  longest task', ({ found }) => milliseconds(found.longest)),
      ],
    );
  } finally {
    await servers.stop();
  }
};
