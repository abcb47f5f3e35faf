import { jsonTypeError } from '../json/jsonTypeError';
import { spellJson } from '../json/jsonSpelling';
import { readJson, type JsonNode, type JsonType } from '../json/jsonText';
import type { Sidecar } from './sidecar';
import { decodeSidecar, WrongType } from './sidecarDecoder';
import { encodeSidecar } from './sidecarEncoder';
import { positionOf } from '../text/textPosition';

export type { Sidecar } from './sidecar';

/** Why an annotation cannot be read: a code for views to translate. */
type AnnotationProblem =
  | { code: 'blank' | 'syntax' | 'tooDeep' }
  /** `path` is that of the value in the annotation: `[0].configMap.name`, or '' for all of it. */
  | { code: 'wrongType'; path: string; expected: JsonType; found: JsonType };

export type ParsedSidecars =
  { kind: 'absent' } | { kind: 'parsed'; text: string; sidecars: Sidecar[] } | MalformedSidecars;

/** `line` and `column` count from 1, `offset` from 0 in UTF-16 units. */
export interface MalformedSidecars {
  kind: 'malformed';
  text: string;
  /** What KubeVirt's own JSON reader says of it: the words that the cluster's events show, not to be translated. */
  message: string;
  problem: AnnotationProblem;
  line: number;
  column: number;
  offset: number;
}

const decodeList = (node: JsonNode): Sidecar[] => {
  if (node.type === 'null') {
    return [];
  }
  if (node.type !== 'array') {
    throw new WrongType('', 'array', node);
  }
  return node.items.map((item, index) => decodeSidecar(item, `[${index}]`));
};

/** Long texts that were read: each part of a page asks again for the same few, and reading takes long. */
const LONG_CHARACTERS = 10_000;
const MOST_KNOWN = 4;
const known = new Map<string, ParsedSidecars>();

/**
 * Reads the annotation as KubeVirt does, and never throws: keys match in any case, unknown ones are kept in `extra`,
 * `null` and `[]` are no sidecars, and a blank text is malformed.
 */
export const parseSidecars = (text: string | undefined): ParsedSidecars => {
  if (text === undefined) {
    return { kind: 'absent' };
  }
  const parsed = known.get(text) ?? parseText(text);
  if (text.length > LONG_CHARACTERS) {
    known.delete(text);
    known.set(text, parsed);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) {
      known.delete(oldest);
    }
  }
  return parsed;
};

const parseText = (text: string): ParsedSidecars => {
  const json = readJson(text);
  if (!json.ok) {
    const { code, message, offset } = json.problem;
    const problem: AnnotationProblem = { code: text.trim() === '' ? 'blank' : code };
    return { kind: 'malformed', text, message, problem, ...positionOf(text, offset) };
  }
  try {
    return { kind: 'parsed', text, sidecars: decodeList(json.node) };
  } catch (error) {
    if (!(error instanceof WrongType)) {
      throw error;
    }
    const { path, expected, node } = error;
    const problem: AnnotationProblem = { code: 'wrongType', path, expected, found: node.type };
    const message = jsonTypeError(path, expected, node.type);
    return { kind: 'malformed', text, message, problem, ...positionOf(text, node.offset) };
  }
};

/** The sidecars of an annotation; none where there is no annotation, or none that can be read. */
export const sidecarsIn = (parsed: ParsedSidecars): readonly Sidecar[] =>
  parsed.kind === 'parsed' ? parsed.sidecars : [];

/** Each sidecar is a container of the VM's pod: longer lists mean to freeze the page. */
export const MOST_CHECKED = 100;

/** Those that checks and states look at. */
export const checkedSidecars = (parsed: ParsedSidecars): readonly Sidecar[] =>
  sidecarsIn(parsed).slice(0, MOST_CHECKED);

/** The annotation's text for these sidecars, on one line. Entries that were read keep their keys' order and spelling. */
export const serializeSidecars = (sidecars: readonly Sidecar[]): string =>
  spellJson(sidecars.map(encodeSidecar));

/** Whether KubeVirt does the same for both: the order and spelling of keys do not count. */
export const sameSidecar = (one: Sidecar, other: Sidecar): boolean => meaningOf(one) === meaningOf(other);

/** The same text for sidecars for which KubeVirt does the same. */
export const meaningOf = ({ image, imagePullPolicy, command, args, configMap, pvc }: Sidecar): string =>
  JSON.stringify([
    image ?? '',
    imagePullPolicy ?? '',
    command ?? [],
    args ?? [],
    configMap === undefined ? null : [configMap.name, configMap.key, configMap.hookPath],
    pvc === undefined ? null : [pvc.name, pvc.volumePath, pvc.sharedComputePath ?? ''],
  ]);
