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

/**
 * Reads the annotation as KubeVirt does, and never throws: keys match in any case, unknown ones are kept in `extra`,
 * `null` and `[]` are no sidecars, and a blank text is malformed.
 */
export const parseSidecars = (text: string | undefined): ParsedSidecars => {
  if (text === undefined) {
    return { kind: 'absent' };
  }
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

/** The annotation's text for these sidecars, on one line. Entries that were read keep their keys' order and spelling. */
export const serializeSidecars = (sidecars: readonly Sidecar[]): string =>
  spellJson(sidecars.map(encodeSidecar));

/** Whether KubeVirt does the same for both: the order and spelling of keys do not count. */
export const sameSidecar = (one: Sidecar, other: Sidecar): boolean => meaningOf(one) === meaningOf(other);

const meaningOf = ({ image, imagePullPolicy, command, args, configMap, pvc }: Sidecar): string =>
  JSON.stringify([
    image ?? '',
    imagePullPolicy ?? '',
    command ?? [],
    args ?? [],
    configMap === undefined ? null : [configMap.name, configMap.key, configMap.hookPath],
    pvc === undefined ? null : [pvc.name, pvc.volumePath, pvc.sharedComputePath ?? ''],
  ]);
