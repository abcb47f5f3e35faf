import type { TFunction } from 'i18next';
import type { Verification } from '../../sidecars/state/state';

/** What is known of the scripts' effect, in the user's language: its name, and what it means. */
export interface VerificationText {
  label: string;
  meaning: string;
}

const TEXTS: Record<Verification, (t: TFunction) => VerificationText> = {
  verified: (t) => ({
    label: t('Verified'),
    meaning: t('The XML of the running VM has everything that the expected results ask for.'),
  }),
  mismatch: (t) => ({
    label: t('Mismatch'),
    meaning: t('The XML of the running VM does not have everything that the expected results ask for.'),
  }),
  notChecked: (t) => ({
    label: t('Effect not checked'),
    meaning: t(
      'Whether the scripts had an effect was not checked. To check it, compare the XML of the running VM with expected results on the Hook validation tab.',
    ),
  }),
};

export const verificationText = (t: TFunction, verification: Verification): VerificationText =>
  TEXTS[verification](t);
