import type { Browser } from '@playwright/test';
import { LISTS, type MeasuredList } from './lists';
import { measureList, type ListFigures } from './measureList';
import { median, megabytes, milliseconds, printTable, ratio } from './printTable';
import { startServers } from './startServers';

const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
const plain = (value: number): string => value.toFixed(0);

const FIGURES: readonly [keyof ListFigures, string, (value: number) => string][] = [
  ['firstRow', 'first row', milliseconds],
  ['loaded', 'all loaded', milliseconds],
  ['blocking', 'total blocking time', milliseconds],
  ['longestTask', 'longest task', milliseconds],
  ['heap', 'heap above the empty page, after GC', megabytes],
  ['filter', 'one key in the filter → rows', milliseconds],
  ['clear', 'clear the filter → rows', milliseconds],
  ['sort', 'sort by another column → rows', milliseconds],
  ['droppedFrames', 'frames missing while scrolling 100 rows', percent],
  ['requests', 'requests to the Kubernetes API', plain],
  ['decoded', 'bytes decoded', megabytes],
  ['wire', 'bytes on the wire', megabytes],
];

const medians = (runs: readonly ListFigures[]): ListFigures =>
  Object.fromEntries(
    FIGURES.map(([key]): [string, number] => [key, median(runs.map((run) => run[key]))]),
  ) as unknown as ListFigures;

const measureInTurn = async (
  browser: Browser,
  url: string,
  lists: readonly MeasuredList[],
  { vms, runs }: { vms: number; runs: number },
): Promise<ListFigures[]> => {
  const all: ListFigures[][] = lists.map(() => []);
  // Alternating, so that load on the machine affects all of them alike.
  for (let run = 0; run < runs; run += 1) {
    for (const [index, list] of lists.entries()) {
      all[index]?.push(await measureList(browser, url, list, vms));
    }
  }
  return all.map(medians);
};

/** Compares both lists with the same VMs. */
export const benchList = async (browser: Browser, options: { vms: number; runs: number }): Promise<void> => {
  const servers = await startServers({ vms: options.vms });
  try {
    const [ours, hook] = await measureInTurn(browser, servers.url, LISTS, options);
    printTable(
      `List of ${options.vms} VMs, medians of ${options.runs}`,
      ['', ...LISTS.map(({ name }) => name), 'ratio'],
      FIGURES.map(([key, title, format]) => {
        const [one, other] = [ours?.[key] ?? Number.NaN, hook?.[key] ?? Number.NaN];
        return [title, format(one), format(other), ratio(one, other)];
      }),
    );
  } finally {
    await servers.stop();
  }
};

const SIZES = [1_000, 5_000, 10_000, 50_000];

/** Measures our list with increasing numbers of VMs. */
export const benchGrowth = async (browser: Browser): Promise<void> => {
  const [list] = LISTS;
  const rows: string[][] = [];
  for (const vms of SIZES) {
    const servers = await startServers({ vms });
    try {
      const figures = await measureList(browser, servers.url, list, vms);
      rows.push([
        String(vms),
        milliseconds(figures.loaded),
        `${((figures.loaded / vms) * 1_000).toFixed(0)} µs`,
        milliseconds(figures.blocking),
        milliseconds(figures.longestTask),
        megabytes(figures.heap),
        milliseconds(figures.filter),
        milliseconds(figures.sort),
      ]);
    } finally {
      await servers.stop();
    }
  }
  printTable(
    'Growth of our list, one run each',
    ['VMs', 'all loaded', 'a VM', 'blocking', 'longest task', 'heap', 'filter', 'sort'],
    rows,
  );
};
