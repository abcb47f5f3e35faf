import type { TFunction } from 'i18next';
import { checkConfigMapKey, checkDnsLabel, type NameProblem } from '../sidecars/objects/names';

const labelText = (t: TFunction, problem: NameProblem): string => {
  switch (problem) {
    case 'empty':
      return t('A name is needed.');
    case 'tooLong':
      return t('At most 63 characters: KubeVirt makes a pod volume of this name.');
    case 'dots':
      return t('No dots: KubeVirt makes a pod volume of this name, and volume names have none.');
    case 'uppercase':
      return t('Lower case only.');
    case 'characters':
      return t('Only lower case letters, digits and "-".');
    case 'ends':
      return t('It must start and end with a letter or a digit.');
  }
};

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

/** Why a name cannot be that of a ConfigMap that serves as a hook script; undefined when it can. */
export const labelProblemText = (t: TFunction, name: string): string | undefined => {
  const problem = checkDnsLabel(name);
  return problem === undefined ? undefined : labelText(t, problem);
};

/** Why a text cannot be a key of a ConfigMap; undefined when it can. */
export const keyProblemText = (t: TFunction, key: string): string | undefined => {
  const problem = checkConfigMapKey(key);
  return problem === undefined ? undefined : keyText(t, problem);
};
