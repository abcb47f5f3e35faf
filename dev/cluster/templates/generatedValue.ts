import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const ORDERED = LETTERS + DIGITS;
const LONGEST = 255;

const CLASSES: Readonly<Record<string, string>> = {
  '\\w': `${ORDERED}_`,
  '\\d': DIGITS,
  '\\a': ORDERED,
  '\\A': '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
};

const charactersOf = (range: string, includesLast: boolean): string => {
  const known = CLASSES[range];
  if (known !== undefined) {
    return known;
  }
  const [from = '', to = from] = range.split('-');
  const first = ORDERED.indexOf(from);
  const last = ORDERED.indexOf(to);
  if (first > last) {
    throw new Error(`invalid range specified: ${from}-${to}`);
  }
  return ORDERED.slice(first, includesLast ? last + 1 : last);
};

/**
 * A random text for an expression such as `vm-[a-z0-9]{6}`. OpenShift never uses the last character of a range, KubeVirt's
 * templates do. Throws an Error for an invalid range or length.
 */
export const generatedValue = (expression: string, { includesLast }: { includesLast: boolean }): string =>
  expression.replace(/\[([a-zA-Z0-9\-\\]+)\]\{(\d+)\}/g, (_, ranges: string, count: string) => {
    const length = Number(count);
    if (length < 1 || length > LONGEST) {
      throw new Error(`range must be within [1-${LONGEST}] characters (${length})`);
    }
    const alphabet = [...ranges.matchAll(/\\[wdaA]|[a-zA-Z0-9](?:-[a-zA-Z0-9])?/g)]
      .map(([range]) => charactersOf(range, includesLast))
      .join('');
    const characters = [...new Set(alphabet)];
    if (characters.length === 0) {
      throw new Error(`malformed expresion syntax: [${ranges}]`);
    }
    return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
  });
