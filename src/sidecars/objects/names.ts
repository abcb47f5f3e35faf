import { t } from '../findings/finding';

export type NameProblem = 'empty' | 'tooLong' | 'dots' | 'uppercase' | 'characters' | 'ends';

/**
 * Why `name` is not a DNS-1123 label. The name of a ConfigMap may be longer and have dots, but KubeVirt makes a pod
 * volume with that name, and volume names are labels.
 */
export const checkDnsLabel = (name: string): NameProblem | undefined => {
  if (name === '') return 'empty';
  if (name.length > 63) return 'tooLong';
  if (name.includes('.')) return 'dots';
  if (/[A-Z]/.test(name)) return 'uppercase';
  if (!/^[a-z0-9-]+$/.test(name)) return 'characters';
  return name.startsWith('-') || name.endsWith('-') ? 'ends' : undefined;
};

/** Why a ConfigMap with this name cannot be used as a hook script. */
export const LABEL_RULES: Readonly<Record<NameProblem, string>> = {
  empty: t('A name is needed.'),
  tooLong: t('At most 63 characters: KubeVirt makes a pod volume of this name.'),
  dots: t('No dots: KubeVirt makes a pod volume of this name, and volume names have none.'),
  uppercase: t('Lower case only.'),
  characters: t('Only lower case letters, digits and "-".'),
  ends: t('It must start and end with a letter or a digit.'),
};

/** Why `key` cannot be a key of a ConfigMap's data. */
export const checkConfigMapKey = (key: string): NameProblem | undefined => {
  if (key === '') return 'empty';
  if (key.length > 253) return 'tooLong';
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) return 'characters';
  return key === '.' || key.startsWith('..') ? 'dots' : undefined;
};
