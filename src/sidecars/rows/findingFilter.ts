import { SEVERITIES, type Severity } from '../checks/check';
import { CONSEQUENCES, type Consequence } from '../checks/consequence';
import { LISTED_FINDING_IDS, type ListedFindingId, type VmFindings } from './vmFindings';

/** Filters of a VM's findings. Their names are distinct. */
export type FindingFilter = Consequence | Severity | ListedFindingId;

export const FINDING_FILTERS: readonly FindingFilter[] = [
  ...CONSEQUENCES,
  ...SEVERITIES,
  ...LISTED_FINDING_IDS,
];

/** Whether at least one of the filters matches the findings. */
export const matchesFindings = (
  { list, consequence }: VmFindings,
  filters: readonly FindingFilter[],
): boolean =>
  (consequence !== undefined && filters.includes(consequence)) ||
  list.some(({ id, severity }) => filters.includes(id) || filters.includes(severity));
