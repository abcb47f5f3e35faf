import { visibleText } from '../text/visibleText';

/** The first characters of a formula in spreadsheets. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * One cell: invisible characters are replaced, as on the page. A leading quote mark prevents spreadsheets from reading
 * it as a formula.
 */
const cell = (text: string): string => {
  const visible = visibleText(text);
  const harmless = FORMULA.test(visible) ? `'${visible}` : visible;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Comma-separated values as in RFC 4180, safe to open in a spreadsheet. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');

/** The local date for a file name: 2026-08-01. */
export const dateForFileName = (date: Date): string =>
  [
    String(date.getFullYear()),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
