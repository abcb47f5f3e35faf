/** The parser's own words are kept as they are; `line` and `column` count from 1 where it says them. */
export type WellFormedness =
  | { kind: 'wellFormed'; document: Document }
  | { kind: 'malformed'; message: string; line: number | undefined; column: number | undefined };

export interface XmlTools {
  DOMParser: typeof DOMParser;
}

export const parseXml = (xml: string, tools: XmlTools = globalThis): WellFormedness => ({
  kind: 'wellFormed',
  document: new tools.DOMParser().parseFromString(xml, 'application/xml'),
});
