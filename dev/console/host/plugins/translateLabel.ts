import type { TFunction } from 'i18next';

const LABEL = /^%(.+?~.+)%$/;

/** Translates texts of the form `%namespace~key%`; returns all other texts unchanged. */
export const translateLabel = (t: TFunction, text: string): string => {
  const key = LABEL.exec(text)?.[1];
  return key === undefined ? text : t(key);
};
