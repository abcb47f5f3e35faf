import type { TFunction } from 'i18next';
import type { DiagnosisId, DiagnosisParams } from '../../sidecars/diagnosis/diagnosisId';
import type { FindingText } from './findingText';

/** Without a parameter all of them, so that a new finding does not compile without its text. */
export type DiagnosisTexts<Id extends DiagnosisId = DiagnosisId> = {
  [One in Id]: (t: TFunction, params: DiagnosisParams<One>) => FindingText;
};
