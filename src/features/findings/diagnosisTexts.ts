import type { TFunction } from 'i18next';
import type { DiagnosisFinding, DiagnosisId } from '../../sidecars/diagnosis/diagnose';
import type { FindingText } from './findingText';

/** Without a parameter all of them, so that a new finding does not compile without its text. */
export type DiagnosisTexts<Id extends DiagnosisId = DiagnosisId> = Record<
  Id,
  (t: TFunction, params: DiagnosisFinding['params']) => FindingText
>;
