import type { SidecarVm } from './vmRows';
import { sidecarName } from '../annotation/sidecarName';
import { sidecarsIn } from '../annotation/annotation';
import { matchesFindings } from './findingFilter';
import type { VmListQuery } from './vmListQuery';

/** Whether the template, the running instance, or an unreadable annotation has sidecars. */
export const hasSidecars = ({ parsed, state }: SidecarVm): boolean =>
  parsed.kind === 'malformed' ||
  sidecarsIn(parsed).length > 0 ||
  (state !== undefined && state.kind !== 'notAttached');

/** The names of a row's scripts, in the order of the annotation. */
export const scriptNames = ({ parsed }: SidecarVm): string[] => sidecarsIn(parsed).map(sidecarName);

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
