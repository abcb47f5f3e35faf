import { setTimeout as sleep } from 'node:timers/promises';
import { ensureChromium } from '../base/findChromium';
import { openBarePage } from './barePage';
import { median, milliseconds, printTable } from './printTable';
import { runKubectl } from './runKubectl';
import { startServers, type Servers } from './startServers';
import { LAST_NOTE, XML_NAMESPACE } from './xmlObjects';
import { clickForXml, find, waitForText, type Shown } from './xmlPage';

const MACHINE = `/k8s/ns/${XML_NAMESPACE}/kubevirt.io~v1~VirtualMachine`;
const BOOT_MS = 120_000;
/** The VMs, and the text to search for in their XML. */
const XML_VMS = [
  ['small', '</domain>'],
  ['large', LAST_NOTE],
] as const;

interface Figures {
  bytes: number;
  /** Milliseconds for `kubectl exec … virsh dumpxml`. */
  kubectl: number;
  /** A click on the tab in a page with neither the plugin's code nor the editor loaded. */
  cold: Shown;
  /** A click on the tab in a page that has shown the VM's other tab, which has an editor. */
  warm: Shown;
  /** A click on Refresh; each refresh gets new XML. */
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

const dump = async (kubeconfig: string, pod: string): Promise<{ took: number; bytes: number }> => {
  const words = ['exec', pod, '-n', XML_NAMESPACE, '-c', 'compute', '--', 'virsh', 'dumpxml', '1'];
  const { output, took } = await runKubectl(kubeconfig, ...words);
  return { took, bytes: Buffer.byteLength(output) };
};

const medians = (all: readonly Shown[]): Shown => ({
  took: median(all.map(({ took }) => took)),
  longest: median(all.map(({ longest }) => longest)),
});

const TAB = 'Hook validation';

const measure = async (
  { url, kubeconfig }: Servers,
  vm: string,
  runs: number,
  sought: string,
): Promise<Figures> => {
  const pod = await launcherOf(kubeconfig, vm);
  const machine = `${url}${MACHINE}/${vm}`;
  const dumps: number[] = [];
  let bytes = 0;
  const all: Record<'cold' | 'warm' | 'refreshed' | 'found', Shown[]> = {
    cold: [],
    warm: [],
    refreshed: [],
    found: [],
  };
  for (let run = 0; run < runs; run += 1) {
    // Alternating, so that load on the machine affects kubectl as well.
    for (const from of ['cold', 'warm'] as const) {
      const page = await openBarePage(ensureChromium());
      try {
        await page.goTo(from === 'cold' ? machine : `${machine}/sidecar-hooks`);
        await waitForText(page, TAB);
        all[from].push(await clickForXml(page, TAB));
        const dumped = await dump(kubeconfig, pod);
        dumps.push(dumped.took);
        ({ bytes } = dumped);
        all.refreshed.push(await clickForXml(page, 'Refresh'));
        all.found.push(await find(page, sought));
      } finally {
        await page.close();
      }
    }
  }
  const { cold, warm, refreshed, found } = all;
  return {
    bytes,
    kubectl: median(dumps),
    cold: medians(cold),
    warm: medians(warm),
    refreshed: medians(refreshed),
    found: medians(found),
  };
};

const times = (value: number): string => `${value.toFixed(1)} ×`;

/** Compares the time of the tab Hook validation with that of kubectl for the same XML. */
export const benchXml = async ({ runs }: { runs: number }): Promise<void> => {
  const servers = await startServers({ vms: 0, domains: true });
  try {
    // A domain of 5 MB keeps the cluster busy while it boots.
    for (const [vm] of XML_VMS) {
      await launcherOf(servers.kubeconfig, vm);
    }
    const measured: Figures[] = [];
    for (const [vm, sought] of XML_VMS) {
      measured.push(await measure(servers, vm, runs, sought));
    }
    const row = (title: string, cell: (figures: Figures) => string): string[] => [
      title,
      ...measured.map(cell),
    ];
    const shownRows = (title: string, of: (figures: Figures) => Shown): string[][] => [
      row(title, (figures) => milliseconds(of(figures).took)),
      row('  in times of kubectl', (figures) => times(of(figures).took / figures.kubectl)),
      row('  longest task', (figures) => milliseconds(of(figures).longest)),
    ];
    printTable(
      `Domain XML, medians of ${runs}`,
      ['', ...XML_VMS.map(([vm]) => vm)],
      [
        row('bytes of the XML', ({ bytes }) => `${(bytes / 1e3).toFixed(1)} kB`),
        row('kubectl exec … virsh dumpxml', ({ kubectl }) => milliseconds(kubectl)),
        ...shownRows('Refresh → other XML shown', ({ refreshed }) => refreshed),
        ...shownRows('tab → XML shown, from tab Hook sidecars', ({ warm }) => warm),
        ...shownRows('tab → XML shown, from another page', ({ cold }) => cold),
        row('Find → found', ({ found }) => milliseconds(found.took)),
        row('  longest task', ({ found }) => milliseconds(found.longest)),
      ],
    );
  } finally {
    await servers.stop();
  }
};
