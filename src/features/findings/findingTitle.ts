import type { TFunction } from 'i18next';
import { translateMarked } from '../../i18n';
import type { Consequence } from '../../sidecars/checks/consequence';
import { CHECKS } from '../../sidecars/checks/runChecks';
import type { ListedFindingId } from '../../sidecars/rows/vmFindings';

/** A finding in two or three words, where there is room for no more. */
export const findingTitle = (t: TFunction, id: ListedFindingId): string =>
  translateMarked(t, CHECKS[id].title ?? '');

export const consequenceText = (t: TFunction, consequence: Consequence): string =>
  ({ doesNotStart: t('Will not start'), startsUnchanged: t('Starts unchanged') })[consequence];
