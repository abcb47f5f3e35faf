import { WrittenNumber } from '../../json/jsonSpelling';
import { jsonValue, readJson } from '../../json/jsonText';
import { linesDiff, type DomainDiff } from './domainDiff';
import { diffLines } from './diffRows';

/** A value after its key: JSON with keys in order, and with the lines of a text below the key, indented by `inner`. */
const canonicalLines = (value: unknown, inner: string): string[] => {
  if (value instanceof WrittenNumber) {
    return [` ${value.source}`];
  }
  if (typeof value === 'string') {
    return value.includes('\n')
      ? [' |', ...value.split('\n').map((line) => inner + line)]
      : [` ${JSON.stringify(value)}`];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [' []'] : ['', ...value.flatMap((item) => entry('-', item, inner))];
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return members.length === 0
      ? [' {}']
      : ['', ...members.flatMap(([key, member]) => entry(`${key}:`, member, inner))];
  }
  return [` ${JSON.stringify(value)}`];
};

const entry = (start: string, value: unknown, indent: string): string[] => {
  const [first = '', ...rest] = canonicalLines(value, `${indent}  `);
  return [`${indent}${start}${first}`, ...rest];
};

const canonicalText = (json: string): string | undefined => {
  const read = readJson(json);
  return read.ok ? canonicalLines(jsonValue(read.node), '').join('\n').trim() : undefined;
};

/** What changed in cloud-init data: the order of keys and the spelling of JSON do not count. Never throws. */
export const cloudInitDiff = (before: string, after: string): DomainDiff => {
  const [one, other] = [canonicalText(before), canonicalText(after)];
  return one === undefined || other === undefined
    ? linesDiff(before, after)
    : { by: 'meaning', changes: [], rows: diffLines(one, other) };
};
