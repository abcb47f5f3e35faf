/** Where a command in a container is cut off: each leaves the client knowing another part of the truth. */
export const EXEC_STAGES = ['beforeUpgrade', 'beforeOutput', 'midOutput', 'beforeStatus'] as const;

export type ExecStage = (typeof EXEC_STAGES)[number];

/** What goes wrong with a request. */
export type Fault =
  /** Answered with this code and a Status; never carried out. */
  | { kind: 'answer'; code: number; message?: string; retryAfterSeconds?: number }
  /** Never answered. */
  | { kind: 'hang' }
  /** Carried out so many milliseconds later. */
  | { kind: 'slow'; ms: number }
  /** The connection of a watch breaks. */
  | { kind: 'watchCut' }
  /** A watch hears that its resourceVersion is too old: an ERROR event with code 410. */
  | { kind: 'watchExpired' }
  /** A watch gets half an event, and the next ones as if nothing had happened. */
  | { kind: 'watchGarbage' }
  | { kind: 'execCut'; stage: ExecStage };

/** Which requests go wrong, and how. What is left out holds for any. */
export interface FaultRule {
  /** `GET`, `PATCH`, … */
  method?: string;
  /** Part of the path or of the query, as `/virtualmachines`. */
  path?: string;
  /** As authorization knows it (`get`, `list`, `watch`, `create`, `patch`, …), or `exec`. */
  verb?: string;
  /** How many requests it meets; all of them, until it is cleared, when left out. */
  count?: number;
  fault: Fault;
}

/** What a rule is held against. */
export interface RequestFacts {
  method: string;
  /** Path and query. */
  path: string;
  verb: string;
}

/** Faults of watches meet watches only, and those of commands commands. */
const isFor = ({ kind }: Fault, verb: string): boolean =>
  (!kind.startsWith('watch') || verb === 'watch') && (kind !== 'execCut' || verb === 'exec');

export const ruleMeets = ({ method, path, verb, fault }: FaultRule, facts: RequestFacts): boolean =>
  (method === undefined || method === facts.method) &&
  (path === undefined || facts.path.includes(path)) &&
  (verb === undefined || verb === facts.verb) &&
  isFor(fault, facts.verb);
