import type { Expectation } from './expectedResults';

export type EditableKind = Exclude<Expectation['kind'], 'unknown'>;

/** One expectation as a form holds it: a change of kind and back loses no text. */
export interface ExpectationRow {
  kind: EditableKind | 'unknown';
  text: string;
  xpath: string;
  value: string;
  /** Where the row came from: members that this version does not know are written back. */
  origin: Expectation | undefined;
}

export const emptyRow = (): ExpectationRow => ({
  kind: 'text',
  text: '',
  xpath: '',
  value: '',
  origin: undefined,
});

/** Nothing was typed into it. */
export const isBlank = ({ kind, text, xpath, value }: ExpectationRow): boolean =>
  kind !== 'unknown' && text === '' && xpath === '' && value === '';

/** What the guide's example script promises. */
export const exampleRow = (): ExpectationRow => ({
  ...emptyRow(),
  kind: 'xpathEquals',
  xpath: "//sysinfo/baseBoard/entry[@name='manufacturer']",
  value: 'Radical Edward',
});

export const toRow = (expectation: Expectation): ExpectationRow => {
  const row = { ...emptyRow(), kind: expectation.kind, origin: expectation };
  switch (expectation.kind) {
    case 'text':
      return { ...row, text: expectation.text };
    case 'xpathEquals':
      return { ...row, xpath: expectation.xpath, value: expectation.value };
    case 'xpathExists':
      return { ...row, xpath: expectation.xpath };
    case 'unknown':
      return row;
  }
};

export const fromRow = ({ kind, text, xpath, value, origin }: ExpectationRow): Expectation => {
  const extra = origin === undefined || origin.kind === 'unknown' ? undefined : origin.extra;
  const kept = extra === undefined ? {} : { extra };
  switch (kind) {
    case 'text':
      return { kind, text, ...kept };
    case 'xpathEquals':
      return { kind, xpath: xpath.trim(), value, ...kept };
    case 'xpathExists':
      return { kind, xpath: xpath.trim(), ...kept };
    case 'unknown':
      return origin ?? { kind, source: null };
  }
};

export type RowProblem = 'emptyText' | 'emptyXPath' | 'badXPath';

/** What keeps a row from being saved. An XPath can be judged without any XML. */
export const rowProblem = ({ kind, text, xpath }: ExpectationRow): RowProblem | undefined => {
  if (kind === 'unknown') {
    return undefined;
  }
  if (kind === 'text') {
    return text === '' ? 'emptyText' : undefined;
  }
  if (xpath.trim() === '') {
    return 'emptyXPath';
  }
  try {
    // Any prefix resolves: which ones the XML declares is not known before it is read.
    document.createExpression(xpath, (prefix) => `prefix:${prefix ?? ''}`);
    return undefined;
  } catch {
    return 'badXPath';
  }
};
