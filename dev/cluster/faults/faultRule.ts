/** Where a command's connection is cut, which decides how much the client knows. */
export const EXEC_STAGES = ['beforeUpgrade', 'beforeOutput', 'midOutput', 'beforeStatus'] as const;

export type ExecStage = (typeof EXEC_STAGES)[number];

/** The fault of a request. */
export type Fault =
  /** Answered with this code and a Status, and not executed. */
  | { kind: 'answer'; code: number; message?: string; retryAfterSeconds?: number }
  /** Never answered. */
  | { kind: 'hang' }
  /** Executed after so many milliseconds. */
  | { kind: 'slow'; ms: number }
  /** The connection of a watch breaks. */
  | { kind: 'watchCut' }
  /** The watch gets an ERROR event with code 410: its resourceVersion is too old. */
  | { kind: 'watchExpired' }
  /** The watch gets half an event, and then valid ones. */
  | { kind: 'watchGarbage' }
  | { kind: 'execCut'; stage: ExecStage };

/** Which requests fail, and how. Omitted fields match any request. */
export interface FaultRule {
  /** `GET`, `PATCH`, … */
  method?: string;
  /** Part of the path or of the query, as `/virtualmachines`. */
  path?: string;
  /** As authorization knows it (`get`, `list`, `watch`, `create`, `patch`, …), or `exec`. */
  verb?: string;
  /** Number of affected requests; if omitted, all until the rule is cleared. */
  count?: number;
  fault: Fault;
}

/** The part of a request that rules are compared with. */
export interface RequestFacts {
  method: string;
  /** Path and query. */
  path: string;
  verb: string;
}

/** Faults of watches apply only to watches, those of commands only to commands. */
const isFor = ({ kind }: Fault, verb: string): boolean =>
  (!kind.startsWith('watch') || verb === 'watch') && (kind !== 'execCut' || verb === 'exec');

export const ruleMeets = ({ method, path, verb, fault }: FaultRule, facts: RequestFacts): boolean =>
  (method === undefined || method === facts.method) &&
  (path === undefined || facts.path.includes(path)) &&
  (verb === undefined || verb === facts.verb) &&
  isFor(fault, facts.verb);
