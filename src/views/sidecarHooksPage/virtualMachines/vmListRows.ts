import type { SidecarVm } from '../../../k8s/useSidecarVms';
import { sidecarName } from '../../../components/sidecarName';
import { vmStatus } from '../../../sidecars/vm';
import { matchesFindings, SEVERITIES } from './findingFilter';
import { STATE_KINDS, type SortColumn, type VmListQuery } from './vmListQuery';

/** Attached in the template, or in what runs, or in a way that cannot be read. */
export const hasSidecars = ({ parsed, state }: SidecarVm): boolean =>
  parsed.kind === 'malformed' ||
  (parsed.kind === 'parsed' && parsed.sidecars.length > 0) ||
  (state !== undefined && state.kind !== 'notAttached');

const scriptNames = ({ parsed }: SidecarVm): string[] =>
  parsed.kind === 'parsed' ? parsed.sidecars.map(sidecarName) : [];

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part);

export const filterVms = (
  rows: readonly SidecarVm[],
  { name, script, states, findings, hasSidecars: only }: VmListQuery,
): SidecarVm[] => {
  const namePart = name.trim().toLowerCase();
  const scriptPart = script.trim().toLowerCase();
  return rows.filter(
    (row) =>
      includes(row.vm.metadata.name, namePart) &&
      (scriptPart === '' || scriptNames(row).some((text) => includes(text, scriptPart))) &&
      (states.length === 0 || (row.state !== undefined && states.includes(row.state.kind))) &&
      (findings.length === 0 || (row.findings !== undefined && matchesFindings(row.findings, findings))) &&
      (!only || hasSidecars(row)),
  );
};

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

const COMPARE: Record<SortColumn, (one: SidecarVm, other: SidecarVm) => number> = {
  name: (one, other) => compare(one.vm.metadata.name, other.vm.metadata.name),
  namespace: (one, other) => compare(one.vm.metadata.namespace ?? '', other.vm.metadata.namespace ?? ''),
  status: (one, other) => compare(vmStatus(one.vm), vmStatus(other.vm)),
  scripts: (one, other) => compare(scriptsText(one), scriptsText(other)),
  state: (one, other) => urgency(one) - urgency(other),
  findings: (one, other) => findingsUrgency(one) - findingsUrgency(other),
  created: (one, other) =>
    compare(one.vm.metadata.creationTimestamp ?? '', other.vm.metadata.creationTimestamp ?? ''),
};

/** Rows that are equal in the column are by name, then namespace, in either direction. */
export const sortVms = (
  rows: readonly SidecarVm[],
  { sortBy, direction }: Pick<VmListQuery, 'sortBy' | 'direction'>,
): SidecarVm[] => {
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort(
    (one, other) =>
      sign * COMPARE[sortBy](one, other) || COMPARE.name(one, other) || COMPARE.namespace(one, other),
  );
};

export interface Page<T> {
  items: T[];
  /** The page that is shown: the last one where the asked one is past the end. From 1. */
  page: number;
}

export const pageOf = <T>(rows: readonly T[], page: number, perPage: number): Page<T> => {
  const shown = Math.max(1, Math.min(page, Math.ceil(rows.length / perPage)));
  return { items: rows.slice((shown - 1) * perPage, shown * perPage), page: shown };
};
