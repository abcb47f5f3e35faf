import type { TFunction } from 'i18next';

const LABEL = /^%(.+?~.+)%$/;

/** Extensions write translatable texts as `%namespace~key%`; all other texts are shown as they are. */
export const translateLabel = (t: TFunction, text: string): string => {
  const key = LABEL.exec(text)?.[1];
  return key === undefined ? text : t(key);
};
