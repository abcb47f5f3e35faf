import type { TFunction } from 'i18next';
import { translateMarked } from '../../i18n';
import { SEVERITIES } from '../../sidecars/checks/check';
import { CONSEQUENCES, type Consequence } from '../../sidecars/checks/consequence';
import { CHECKS } from '../../sidecars/checks/runChecks';
import type { FindingFilter } from '../../sidecars/rows/findingFilter';
import type { ListedFindingId } from '../../sidecars/rows/vmFindings';
import { severityText } from './severity';

/** A finding in two or three words, where there is room for no more. */
export const findingTitle = (t: TFunction, id: ListedFindingId): string =>
  translateMarked(t, CHECKS[id].title ?? '');

const consequenceText = (t: TFunction, consequence: Consequence): string =>
  ({ doesNotStart: t('Will not start'), startsUnchanged: t('Starts unchanged') })[consequence];

const isOneOf = <T extends string>(values: readonly T[], value: string): value is T =>
  values.some((each) => each === value);

export const findingFilterText = (t: TFunction, filter: FindingFilter): string => {
  if (isOneOf(CONSEQUENCES, filter)) {
    return consequenceText(t, filter);
  }
  return isOneOf(SEVERITIES, filter) ? severityText(t, filter) : findingTitle(t, filter);
};
