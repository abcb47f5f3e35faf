import type { TFunction } from 'i18next';
import type { DiagnosisFinding } from '../../sidecars/diagnosis/diagnose';
import { visibleParams } from '../../sidecars/text/visibleText';
import { changeDiagnosisTexts } from './changeDiagnosisTexts';
import { clusterDiagnosisTexts } from './clusterDiagnosisTexts';
import type { DiagnosisTexts } from './diagnosisTexts';
import type { FindingText } from './findingText';
import { podDiagnosisTexts } from './podDiagnosisTexts';
import { scriptDiagnosisTexts } from './scriptDiagnosisTexts';

const TEXTS: DiagnosisTexts = {
  ...clusterDiagnosisTexts,
  ...podDiagnosisTexts,
  ...scriptDiagnosisTexts,
  ...changeDiagnosisTexts,
};

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
  const makeText = TEXTS[id] as (t: TFunction, params: DiagnosisFinding['params']) => FindingText;
  const text = makeText(t, visibleParams(params));
  // That what runs is not what is written now is what findings of drift say themselves.
  return cure?.kind === 'restart' && cause !== 'drift'
    ? { ...text, cure: t('The VM was changed since: restart it to apply the change.') }
    : text;
};
