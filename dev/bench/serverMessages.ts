/** A namespace without VMs: what its list weighs is what a page weighs without any. */
export const EMPTY_NAMESPACE = 'bench-empty';

export interface ChangePlan {
  perSecond: number;
  seconds: number;
}

export type ServerQuestion = ({ ask: 'change' } & ChangePlan) | { ask: 'statuses' } | { ask: 'memory' };

export type ServerAnswer =
  | { url: string; kubeconfig: string }
  | { changes: number }
  /** The status of each VM, by namespace and name. */
  | { statuses: Record<string, string> }
  | { residentBytes: number };
