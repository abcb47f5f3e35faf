import { visibleText } from '../text/visibleText';

/** What spreadsheets take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * One cell: what is hidden in it is seen, as on the page; quoted where needed, and never read as a formula: that is what
 * the leading quote mark is for.
 */
const cell = (text: string): string => {
  const visible = visibleText(text);
  const harmless = FORMULA.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Comma-separated values as in RFC 4180, safe to open in a spreadsheet. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/** The local date, for a file's name: 2026-08-01. */
export const dateForFileName = (date: Date): string =>
  [
    String(date.getFullYear()),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
