import type { Expectation } from './expectedResults';

export type EditableKind = Exclude<Expectation['kind'], 'unknown'>;

/** One expectation in a form. Changing the kind and back loses no text. */
export interface ExpectationRow {
  kind: EditableKind | 'unknown';
  text: string;
  xpath: string;
  value: string;
  /** The expectation from which the row was made; members that this version does not know are written back. */
  origin: Expectation | undefined;
}

export const emptyRow = (): ExpectationRow => ({
  kind: 'text',
  text: '',
  xpath: '',
  value: '',
  origin: undefined,
});

/** Whether the user has typed nothing. */
export const isBlank = ({ kind, text, xpath, value }: ExpectationRow): boolean =>
  kind !== 'unknown' && text === '' && xpath === '' && value === '';

/** The expected result of the guide's example script. */
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

/** Why a row cannot be saved. An XPath can be checked without any XML. */
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
    // Any prefix is valid here, because the prefixes of the XML are not known yet.
    document.createExpression(xpath, (prefix) => `prefix:${prefix ?? ''}`);
    return undefined;
  } catch {
    return 'badXPath';
  }
};
