import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';

const english = createInstance();
void english.init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: '~',
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

/** The texts as an English user reads them: keys are English, so only parameters are filled in. */
export const translateEnglish: TFunction = english.t;
