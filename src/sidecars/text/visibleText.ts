/**
 * Invisible characters that change a text: controls (except tab and line ends), characters that reorder text, and
 * characters without width. They can make a script or image name look like another one. https://trojansource.codes
 */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\r(?!\n)/g;

const nameOf = (character: string): string =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Longer values are no real names; they are written to fill the page. */
const LONGEST = 1000;

/** The text with such characters as numbers, `[U+202E]`: for reading, never for writing back. */
export const visibleText = (text: string): string => text.replace(HIDDEN, nameOf);

/** The text without such characters: for searching, because they would hide a word. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, '');

const beginningOf = (value: string, longest: number): string =>
  value.length > longest ? `${value.slice(0, longest)}…` : value;

/** The same for a name, an argument or another short value; a long one is cut. */
export const visibleValue = (value: string): string => visibleText(beginningOf(value, LONGEST));

/** Longer than any real version or policy. */
const LONGEST_WORD = 64;

/** The same for a value that should be one of a few words. */
export const visibleWord = (value: string): string => visibleText(beginningOf(value, LONGEST_WORD));

/** Parameters of sentences that should be such words. */
const WORDS: readonly string[] = ['version', 'policy'];

/** The same for the parameters of a sentence. */
export const visibleParams = <T>(params: Readonly<Record<string, T>>): Record<string, T | string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, T | string] => {
      if (typeof value !== 'string') {
        return [name, value];
      }
      return [name, WORDS.includes(name) ? visibleWord(value) : visibleValue(value)];
    }),
  );
