import type { Sidecar } from './sidecar';

export type { ConfigMapSource, PvcSource, Sidecar } from './sidecar';
export { versionOf, withVersion } from './version';

/** Why an annotation cannot be read: a code for views to translate. */
export type AnnotationProblem =
  | { code: 'syntax' }
  | { code: 'blank' }
  | { code: 'tooDeep' }
  | { code: 'wrongType'; path: string; expected: JsonType; found: JsonType };

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

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

export const parseSidecars = (text: string | undefined): ParsedSidecars => {
  if (text === undefined) return { kind: 'absent' };
  return { kind: 'parsed', text, sidecars: [] };
};

export const serializeSidecars = (sidecars: readonly Sidecar[]): string => JSON.stringify(sidecars);
