import type { SidecarVm } from './vmRows';
import { sidecarName } from '../annotation/sidecarName';
import { sidecarsIn } from '../annotation/annotation';
import { matchesFindings } from './findingFilter';
import type { SortColumn, VmListQuery } from './vmListQuery';
import { holderKind } from '../objects/holder';
import { vmStatus } from '../objects/vm';
import { SEVERITIES } from '../checks/check';
import { compareKeys, naturalKey } from './naturalKey';
import { STATE_KINDS } from '../state/state';

/** Whether the template, the running instance, or an unreadable annotation has sidecars. */
export const hasSidecars = ({ parsed, state }: SidecarVm): boolean =>
  parsed.kind === 'malformed' ||
  sidecarsIn(parsed).length > 0 ||
  (state !== undefined && state.kind !== 'notAttached');

/** The names of a row's scripts, in the order of the annotation. */
const scriptNames = ({ parsed }: SidecarVm): string[] => sidecarsIn(parsed).map(sidecarName);

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part);

export const filterVms = (
  rows: readonly SidecarVm[],
  { name, script, kinds, states, effects, findings, hasSidecars: only }: VmListQuery,
): SidecarVm[] => {
  const namePart = name.trim().toLowerCase();
  const scriptPart = script.trim().toLowerCase();
  return rows.filter(
    (row) =>
      includes(row.vm.metadata.name, namePart) &&
      (scriptPart === '' || scriptNames(row).some((text) => includes(text, scriptPart))) &&
      (kinds.length === 0 || kinds.some((kind) => kind === holderKind(row.vm))) &&
      (states.length === 0 || (row.state !== undefined && states.includes(row.state.kind))) &&
      (effects.length === 0 ||
        (row.state?.verification !== undefined && effects.includes(row.state.verification))) &&
      (findings.length === 0 || (row.findings !== undefined && matchesFindings(row.findings, findings))) &&
      (!only || hasSidecars(row)),
  );
};

/** The most urgent first, unknown states last. */
const urgency = ({ state }: SidecarVm): number =>
  state === undefined ? STATE_KINDS.length : STATE_KINDS.indexOf(state.kind);

/** By the worst finding, then by their number; unknown last. */
const findingsUrgency = ({ findings }: SidecarVm): number => {
  const worst = findings?.list[0];
  if (findings === undefined || worst === undefined) {
    return findings === undefined ? SEVERITIES.length + 1 : SEVERITIES.length;
  }
  return SEVERITIES.indexOf(worst.severity) - findings.list.length / (findings.list.length + 1);
};

const scriptsText = (row: SidecarVm): string =>
  row.parsed.kind === 'malformed' ? row.parsed.text : scriptNames(row).join();

type Keyed = Exclude<SortColumn, 'name' | 'namespace'>;

// All keys of a column have the same type.
const KEYS: Record<Keyed, (row: SidecarVm) => string | number> = {
  status: ({ vm }) => naturalKey(vmStatus(vm)),
  scripts: (row) => naturalKey(scriptsText(row)),
  state: urgency,
  findings: findingsUrgency,
  // The API server writes all times in UTC and one format, so that they sort as text.
  created: ({ vm: { metadata } }) => metadata.creationTimestamp ?? '',
};

interface Placed {
  row: SidecarVm;
  name: string;
  namespace: string;
}

const placed = (row: SidecarVm): Placed => ({
  row,
  name: naturalKey(row.vm.metadata.name),
  namespace: naturalKey(row.vm.metadata.namespace ?? ''),
});

/**
 * Returns a function that sorts rows by a column, equal rows by name and then namespace in either direction. Caches the keys
 * of rows and the order by name, so that another column or direction costs only one sort.
 */
export const createVmSorter = (): ((
  rows: readonly SidecarVm[],
  by: Pick<VmListQuery, 'sortBy' | 'direction'>,
) => SidecarVm[]) => {
  const known = new WeakMap<SidecarVm, Placed>();
  let last: { rows: readonly SidecarVm[]; byName: Placed[] } | undefined;

  const placeOf = (row: SidecarVm): Placed => {
    const before = known.get(row);
    if (before !== undefined) {
      return before;
    }
    const place = placed(row);
    known.set(row, place);
    return place;
  };

  const byName = (rows: readonly SidecarVm[]): Placed[] => {
    if (last?.rows !== rows) {
      last = {
        rows,
        byName: rows
          .map(placeOf)
          .sort(
            (one, other) => compareKeys(one.name, other.name) || compareKeys(one.namespace, other.namespace),
          ),
      };
    }
    return last.byName;
  };

  return (rows, { sortBy, direction }) => {
    const sign = direction === 'asc' ? 1 : -1;
    const ordered = byName(rows);
    const keyed = ordered.map((place) => ({
      row: place.row,
      key: sortBy === 'name' || sortBy === 'namespace' ? place[sortBy] : KEYS[sortBy](place.row),
    }));
    // Sorting is stable, so rows with equal keys stay in the order of names.
    return keyed.sort((one, other) => sign * compareKeys(one.key, other.key)).map(({ row }) => row);
  };
};
