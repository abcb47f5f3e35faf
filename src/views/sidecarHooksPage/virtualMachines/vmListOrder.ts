import type { SidecarVm } from '../../../k8s/useSidecarVms';
import { vmStatus } from '../../../sidecars/vm';
import { SEVERITIES } from './findingFilter';
import { STATE_KINDS, type SortColumn, type VmListQuery } from './vmListQuery';
import { scriptNames } from './vmListRows';

/** One collator for all comparisons: `localeCompare` makes one each time. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** The most urgent first, what is not known last. */
const urgency = ({ state }: SidecarVm): number =>
  state === undefined ? STATE_KINDS.length : STATE_KINDS.indexOf(state.kind);

/** By the worst finding, then by how many there are; what is not known last. */
const findingsUrgency = ({ findings }: SidecarVm): number => {
  const worst = findings?.list[0];
  if (findings === undefined || worst === undefined) {
    return findings === undefined ? SEVERITIES.length + 1 : SEVERITIES.length;
  }
  return SEVERITIES.indexOf(worst.severity) - findings.list.length / (findings.list.length + 1);
};

const scriptsText = (row: SidecarVm): string =>
  row.parsed.kind === 'malformed' ? row.parsed.text : scriptNames(row).join();

const TEXTS = {
  name: ({ vm }) => vm.metadata.name,
  namespace: ({ vm }) => vm.metadata.namespace ?? '',
  status: ({ vm }) => vmStatus(vm),
  scripts: scriptsText,
  created: ({ vm }) => vm.metadata.creationTimestamp ?? '',
} satisfies Partial<Record<SortColumn, (row: SidecarVm) => string>>;

const NUMBERS = { state: urgency, findings: findingsUrgency };

const isText = (column: SortColumn): column is keyof typeof TEXTS => column in TEXTS;

/** Texts that are gone are kept until they outnumber those that are there. */
const KEPT_TEXTS = 1_000;

/**
 * Numbers texts by their order. Comparing texts by language is what sorting spends its time on: this does it once a
 * text, and for later calls only with texts that are new.
 */
const createRanks = (): ((texts: readonly string[]) => ReadonlyMap<string, number>) => {
  let sorted: string[] = [];
  let ranks = new Map<string, number>();
  return (texts) => {
    if (sorted.length > 2 * texts.length + KEPT_TEXTS) {
      sorted = [];
      ranks = new Map<string, number>();
    }
    const fresh = new Set(texts.filter((text) => !ranks.has(text)));
    if (fresh.size > 0) {
      sorted = [...sorted, ...fresh].sort(compare);
      let rank = 0;
      ranks = new Map(
        sorted.map((text, index) => {
          rank += index > 0 && compare(sorted[index - 1] ?? '', text) === 0 ? 0 : 1;
          return [text, rank];
        }),
      );
    }
    return ranks;
  };
};

interface Ranked {
  row: SidecarVm;
  rank: number;
  name: number;
  namespace: number;
}

/** Sorts rows that are equal in the column by name, then namespace, in either direction. */
export const createVmSorter = (): ((
  rows: readonly SidecarVm[],
  by: Pick<VmListQuery, 'sortBy' | 'direction'>,
) => SidecarVm[]) => {
  const ranksOf = {
    name: createRanks(),
    namespace: createRanks(),
    status: createRanks(),
    scripts: createRanks(),
    created: createRanks(),
  };

  const rankedBy = (rows: readonly SidecarVm[], column: keyof typeof TEXTS): number[] => {
    const texts = rows.map(TEXTS[column]);
    const ranks = ranksOf[column](texts);
    return texts.map((text) => ranks.get(text) ?? 0);
  };

  return (rows, { sortBy, direction }) => {
    const sign = direction === 'asc' ? 1 : -1;
    const names = rankedBy(rows, 'name');
    const namespaces = rankedBy(rows, 'namespace');
    const ranks = isText(sortBy) ? rankedBy(rows, sortBy) : rows.map(NUMBERS[sortBy]);
    return rows
      .map((row, index): Ranked => ({
        row,
        rank: ranks[index] ?? 0,
        name: names[index] ?? 0,
        namespace: namespaces[index] ?? 0,
      }))
      .sort(
        (one, other) =>
          sign * (one.rank - other.rank) || one.name - other.name || one.namespace - other.namespace,
      )
      .map(({ row }) => row);
  };
};
