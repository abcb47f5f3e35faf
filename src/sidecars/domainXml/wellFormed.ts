/** `message` is the parser's own; `line` and `column` count from 1 and are undefined if it does not contain them. */
export interface Malformed {
  kind: 'malformed';
  message: string;
  line: number | undefined;
  column: number | undefined;
}

export type WellFormedness = { kind: 'wellFormed'; document: Document } | Malformed;

/** Chromium: "error on line 2 at column 5: …"; Firefox: "Line Number 2, Column 5:"; others: "2:5: …". */
const PLACES = [/line (\d+) at column (\d+)/, /Line Number (\d+), Column (\d+)/, /^(\d+):(\d+):/];

const placeIn = (message: string): { line: number | undefined; column: number | undefined } => {
  for (const place of PLACES) {
    const [, line, column] = place.exec(message) ?? [];
    if (line !== undefined) {
      return { line: Number(line), column: Number(column) };
    }
  }
  return { line: undefined, column: undefined };
};

/** Chromium puts a heading and a note around the message, in elements of their own. */
const messageOf = (error: Element): string =>
  (error.getElementsByTagName('div')[0] ?? error).textContent.trim();

/** Comments and CDATA sections, which may contain anything. */
const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** The offset of a document type declaration; undefined without one. Linear time for any text. */
const findDoctype = (xml: string): number | undefined => {
  let at = xml.indexOf('<!');
  while (at !== -1) {
    const aside = ASIDES.find(([start]) => xml.startsWith(start, at));
    if (aside === undefined) {
      return at;
    }
    const end = xml.indexOf(aside[1], at + aside[0].length);
    at = end === -1 ? -1 : xml.indexOf('<!', end);
  }
  return undefined;
};

/**
 * Parses XML; never throws. Browsers report an error as an element of the document they return. A document type
 * declaration is refused before parsing: no domain has one, and its entities may expand to gigabytes.
 */
export const parseXml = (xml: string): WellFormedness => {
  const doctype = findDoctype(xml);
  if (doctype !== undefined) {
    const lines = xml.slice(0, doctype).split('\n');
    return {
      kind: 'malformed',
      message: 'a document type declaration is not read',
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
    };
  }
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const error = document.getElementsByTagName('parsererror')[0];
  if (error === undefined) {
    return { kind: 'wellFormed', document };
  }
  const message = messageOf(error);
  return { kind: 'malformed', message, ...placeIn(message) };
};
