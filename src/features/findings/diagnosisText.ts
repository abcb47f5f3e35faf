import type { TFunction } from 'i18next';
import type { DiagnosisFinding } from '../../sidecars/diagnosis/diagnose';
import { DIAGNOSIS_ENTRIES } from '../../sidecars/diagnosis/diagnosisEntries';
import { translateTexts, type FindingText } from './findingText';

/** A finding of the diagnosis in the user's language; its evidence stays in the words of the cluster. */
export const diagnosisText = (
  t: TFunction,
  {
    id,
    params,
    cause,
    cure,
  }: Pick<DiagnosisFinding, 'id' | 'params'> & Partial<Pick<DiagnosisFinding, 'cause' | 'cure'>>,
): FindingText => {
  const text = translateTexts(t, DIAGNOSIS_ENTRIES[id], params);
  // That what runs is not what is written now is what findings of drift say themselves.
  return cure?.kind === 'restart' && cause !== 'drift'
    ? { ...text, cure: t('The VM was changed since: restart it to apply the change.') }
    : text;
};
