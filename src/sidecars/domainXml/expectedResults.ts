import { readJsonList, type MalformedList } from '../json/jsonList';
import { spellJson } from '../json/jsonSpelling';
import { jsonValue } from '../json/jsonText';

/** A condition that the live domain XML must meet. `extra` has members that this version does not know. */
export type Expectation =
  | { kind: 'text'; text: string; extra?: Record<string, unknown> }
  | { kind: 'xpathEquals'; xpath: string; value: string; extra?: Record<string, unknown> }
  | { kind: 'xpathExists'; xpath: string; extra?: Record<string, unknown> }
  /** Of an unknown kind, or without the members of its kind: preserved and not evaluated. */
  | { kind: 'unknown'; source: unknown };

/** The `message` is empty if the JSON is valid but not a list. */
export type ExpectedResults =
  { kind: 'absent' } | { kind: 'parsed'; text: string; expectations: Expectation[] } | MalformedList;

const withExtra = <T extends Expectation>(expectation: T, extra: Record<string, unknown>): T =>
  Object.keys(extra).length === 0 ? expectation : { ...expectation, extra };

const decode = (source: unknown): Expectation => {
  if (typeof source === 'object' && source !== null) {
    const { kind, ...members } = source as Record<string, unknown>;
    const { text, ...besidesText } = members;
    if (kind === 'text' && typeof text === 'string') {
      return withExtra({ kind, text }, besidesText);
    }
    const { xpath, ...besidesXPath } = members;
    if (kind === 'xpathExists' && typeof xpath === 'string') {
      return withExtra({ kind, xpath }, besidesXPath);
    }
    const { value, ...besidesValue } = besidesXPath;
    if (kind === 'xpathEquals' && typeof xpath === 'string' && typeof value === 'string') {
      return withExtra({ kind, xpath, value }, besidesValue);
    }
  }
  return { kind: 'unknown', source };
};

/** Reads the expected results of a script; never throws. `null` and `[]` mean none. */
export const parseExpectedResults = (text: string | undefined): ExpectedResults => {
  const list = readJsonList(text, () => '');
  return list.kind === 'list'
    ? {
        kind: 'parsed',
        text: list.text,
        expectations: list.items.map((item) => decode(jsonValue(item))),
      }
    : list;
};

const encode = (expectation: Expectation): unknown => {
  if (expectation.kind === 'unknown') {
    return expectation.source;
  }
  const { extra, ...members } = expectation;
  return { ...members, ...extra };
};

export const serializeExpectedResults = (expectations: readonly Expectation[]): string =>
  spellJson(expectations.map(encode), 'compact');
