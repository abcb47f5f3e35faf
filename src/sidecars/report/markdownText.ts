import { maskHidden } from './maskHidden';

/** As many backticks as the text does not contain, and no fewer than `least`. */
const fenceOf = (text: string, least: number): string =>
  '`'.repeat(Math.max(least, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));

/** A block of code. */
export const fenced = (text: string, language = ''): string => {
  const fence = fenceOf(text, 3);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
};

const codeSpan = (text: string): string => {
  const fence = fenceOf(text, 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
};

/** Trackers make links of addresses, and notify people whose names stand behind an at sign; not so in code. */
const isLive = (word: string): boolean => /@|:\/\/|www\./i.test(word);

/** On one line, without secrets, and without what Markdown or a tracker would take for its own. */
export const inline = (text: string): string =>
  maskHidden(text)
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((word) => (isLive(word) ? codeSpan(word) : word.replace(/[\\`*_[\]<>|#]/g, '\\$&')))
    .join(' ');
