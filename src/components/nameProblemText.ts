import type { TFunction } from 'i18next';
import { translateMarked } from '../i18n';
import { checkConfigMapKey, checkDnsLabel, LABEL_RULES, type NameProblem } from '../sidecars/objects/names';

const keyText = (t: TFunction, problem: NameProblem): string => {
  switch (problem) {
    case 'empty':
      return t('A key is needed.');
    case 'tooLong':
      return t('At most 253 characters.');
    case 'dots':
      return t('It must not be "." or start with "..".');
    case 'uppercase':
    case 'characters':
    case 'ends':
      return t('Only letters, digits, "-", "_" and ".".');
  }
};

/** Why a name is invalid for the ConfigMap of a hook script; undefined if it is valid. */
export const labelProblemText = (t: TFunction, name: string): string | undefined => {
  const problem = checkDnsLabel(name);
  return problem === undefined ? undefined : translateMarked(t, LABEL_RULES[problem]);
};

/** Why a text is invalid as a key of a ConfigMap; undefined if it is valid. */
export const keyProblemText = (t: TFunction, key: string): string | undefined => {
  const problem = checkConfigMapKey(key);
  return problem === undefined ? undefined : keyText(t, problem);
};
