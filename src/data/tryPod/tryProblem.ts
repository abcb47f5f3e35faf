/** Why a script could not be tried. The cluster's own words are in `error`, `said` and `message`. */
type TryProblem =
  | { kind: 'noImage' }
  /** The cluster refused the pod. */
  | { kind: 'notCreated'; error: unknown }
  /** The pod ended or was removed before it was ready. */
  | { kind: 'podEnded'; pod: string; said: string }
  /** The pod runs, but no command can be started in it. */
  | { kind: 'noConnection'; pod: string }
  | { kind: 'runnerFailed'; message: string };

export class TryFailed extends Error {
  constructor(readonly problem: TryProblem) {
    super(problem.kind);
  }
}
