import type { HookPoint } from '../annotation/hookPoint';

/**
 * How a script ended. `unknown`: nobody recorded it, because the connection or a part of the record was lost.
 * `notStarted`: the kernel refused to start the file; `message` is its own text.
 */
export type CallEnding =
  | { kind: 'exited'; code: number }
  | { kind: 'signalled'; signal: string }
  | { kind: 'notStarted'; message: string }
  | { kind: 'timedOut' }
  | { kind: 'unknown' };

/** One call of a hook script with KubeVirt's arguments, and what the script did. */
export interface HookCall {
  hookPoint: HookPoint;
  /** From 1, in the order in which KubeVirt calls the script in one start. */
  call: number;
  /** Argument 4: the domain's XML, or the cloud-init data as JSON. */
  input: string;
  /** Standard output: the result, if the script ended well. */
  output: string;
  stderr: string;
  ending: CallEnding;
  /** Undefined if it was not measured. */
  durationMs: number | undefined;
  /** False if a part of `input`, `output` or `stderr` is missing. */
  isComplete: boolean;
}
