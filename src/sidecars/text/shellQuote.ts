const HARMLESS = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** `word` as one word of a POSIX shell command, quoted only if necessary. */
export const shellQuote = (word: string): string =>
  HARMLESS.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A command line that a POSIX shell splits into exactly these words. */
export const shellCommand = (...words: readonly string[]): string => words.map(shellQuote).join(' ');
