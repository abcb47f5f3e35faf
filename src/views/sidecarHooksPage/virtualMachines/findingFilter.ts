import type { TFunction } from 'i18next';
import { consequenceText, findingTitle } from '../../../features/findings/findingTitle';
import { severityText } from '../../../features/findings/severityText';
import type { Severity } from '../../../sidecars/checks/check';
import { CONSEQUENCES, type Consequence } from '../../../sidecars/checks/consequence';
import { LISTED_FINDING_IDS, type ListedFindingId, type VmFindings } from '../../../sidecars/rows/vmFindings';

export const SEVERITIES = ['error', 'warning', 'advice'] as const satisfies readonly Severity[];

/** Filters of a VM's findings. Their names are distinct. */
export type FindingFilter = Consequence | Severity | ListedFindingId;

export const FINDING_FILTERS: readonly FindingFilter[] = [
  ...CONSEQUENCES,
  ...SEVERITIES,
  ...LISTED_FINDING_IDS,
];

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  values.some((each) => each === value);

export const findingFilterText = (t: TFunction, filter: FindingFilter): string => {
  if (isOneOf(CONSEQUENCES, filter)) {
    return consequenceText(t, filter);
  }
  return isOneOf(SEVERITIES, filter) ? severityText(t, filter) : findingTitle(t, filter);
};

/** Whether at least one of the filters matches the findings. */
export const matchesFindings = (
  { list, consequence }: VmFindings,
  filters: readonly FindingFilter[],
): boolean =>
  (consequence !== undefined && filters.includes(consequence)) ||
  list.some(({ id, severity }) => filters.includes(id) || filters.includes(severity));
