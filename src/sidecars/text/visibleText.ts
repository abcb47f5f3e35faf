/**
 * Characters that are not seen but change what is: controls (but tab and line ends), what reorders text, and what has no
 * width. A script or an image name may look like another one by them. https://trojansource.codes
 */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)/g;

const nameOf = (character: string): string =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Longer values are names of nothing: whoever wrote them means to bury the page. */
const LONGEST = 1000;

/** The text with such characters as their numbers, `[U+202E]`: for reading, never for writing back. */
export const visibleText = (text: string): string => text.replace(HIDDEN, nameOf);

/** The text without such characters: for searching, where one of them would hide a word. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, '');

const beginningOf = (value: string, longest: number): string =>
  value.length > longest ? `${value.slice(0, longest)}…` : value;

/** The same for a name, an argument or another short value; of one that is not short, the beginning. */
export const visibleValue = (value: string): string => visibleText(beginningOf(value, LONGEST));

/** Longer than any version or policy that there is. */
const LONGEST_WORD = 64;

/** The same for what should be one of a few words. */
export const visibleWord = (value: string): string => visibleText(beginningOf(value, LONGEST_WORD));

/** Parameters of sentences that are such words. */
const WORDS: readonly string[] = ['version', 'policy'];

/** The same for the values among the parameters of a sentence. */
export const visibleParams = <T>(params: Readonly<Record<string, T>>): Record<string, T | string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, T | string] => {
      if (typeof value !== 'string') {
        return [name, value];
      }
      return [name, WORDS.includes(name) ? visibleWord(value) : visibleValue(value)];
    }),
  );
