import type { SidecarVm } from './vmRows';
import { sidecarName } from '../annotation/sidecarName';
import { sidecarsIn } from '../annotation/annotation';
import { matchesFindings } from './findingFilter';
import type { SortColumn, VmListQuery } from './vmListQuery';
import { holderKind } from '../objects/holder';
import { vmStatus } from '../objects/vm';
import { naturalKey } from './naturalKey';
import { createRowSorter, findingsUrgency, type RowSorter, type SortKeys } from './rowSorter';
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

const scriptsText = (row: SidecarVm): string =>
  row.parsed.kind === 'malformed' ? row.parsed.text : scriptNames(row).join();

const KEYS: SortKeys<SidecarVm, SortColumn> = {
  status: ({ vm }) => naturalKey(vmStatus(vm)),
  scripts: (row) => naturalKey(scriptsText(row)),
  state: urgency,
  findings: findingsUrgency,
  // The API server writes all times in UTC and one format, so that they sort as text.
  created: ({ vm: { metadata } }) => metadata.creationTimestamp ?? '',
};

/** Returns a function that sorts rows by a column; see `createRowSorter`. */
export const createVmSorter = (): RowSorter<SidecarVm, SortColumn> => createRowSorter(({ vm }) => vm, KEYS);
