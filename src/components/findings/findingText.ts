import type { TFunction } from 'i18next';
import type { Finding } from '../../sidecars/checks/check';

/** A finding in the user's language: what is the case, why that matters, and what to do. */
export interface FindingText {
  what: string;
  why: string;
  cure: string;
}

export const findingText = (t: TFunction, finding: Finding): FindingText => ({
  what: finding.id,
  why: '',
  cure: t('Fix'),
});
