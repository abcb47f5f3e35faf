import { sidecarsIn } from '../annotation/annotation';
import { sidecarName } from '../annotation/sidecarName';
import { holderKind, TEMPLATE_KINDS } from '../objects/holder';
import { matchesFindings } from './findingFilter';
import { naturalKey } from './naturalKey';
import { createRowSorter, findingsUrgency, type RowSorter, type SortKeys } from './rowSorter';
import type { TemplateColumn, TemplateListQuery } from './templateListQuery';
import type { TemplateRow } from './templateRows';

/** Whether at least one of its VMs has sidecars, or an annotation that cannot be read. */
const hasSidecars = ({ vms }: TemplateRow): boolean =>
  vms.some(({ parsed }) => parsed.kind === 'malformed' || sidecarsIn(parsed).length > 0);

/** The names of the scripts of all its VMs. */
const scriptNames = ({ vms }: TemplateRow): string[] =>
  vms.flatMap(({ parsed }) => sidecarsIn(parsed).map(sidecarName));

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part);

export const filterTemplates = (
  rows: readonly TemplateRow[],
  { name, script, kinds, findings, hasSidecars: only }: TemplateListQuery,
): TemplateRow[] => {
  const namePart = name.trim().toLowerCase();
  const scriptPart = script.trim().toLowerCase();
  return rows.filter(
    (row) =>
      includes(row.object.metadata.name, namePart) &&
      (scriptPart === '' || scriptNames(row).some((text) => includes(text, scriptPart))) &&
      (kinds.length === 0 || kinds.some((kind) => kind === holderKind(row.object))) &&
      (findings.length === 0 || (row.findings !== undefined && matchesFindings(row.findings, findings))) &&
      (!only || hasSidecars(row)),
  );
};

const KEYS: SortKeys<TemplateRow, TemplateColumn> = {
  kind: ({ object }) => TEMPLATE_KINDS.findIndex((kind) => kind === holderKind(object)),
  scripts: (row) => naturalKey(scriptNames(row).join()),
  findings: findingsUrgency,
  made: ({ made }) => made?.length ?? Number.MAX_SAFE_INTEGER,
};

/** Returns a function that sorts rows by a column; see `createRowSorter`. */
export const createTemplateSorter = (): RowSorter<TemplateRow, TemplateColumn> =>
  createRowSorter(({ object }) => object, KEYS);
