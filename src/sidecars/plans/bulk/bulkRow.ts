import type { BulkObstacle, BulkPlan } from './bulkPlan';

export interface BulkTarget {
  uid: string;
  namespace: string;
  name: string;
}

/** How far the action has come for one VM. */
export type BulkStatus =
  /** Not checked yet. */
  | { kind: 'waiting' }
  | { kind: 'ready'; plan: Extract<BulkPlan, { kind: 'change' }> }
  | { kind: 'alreadySo' }
  | ({ kind: 'cannot' } & BulkObstacle)
  /** It was deleted, or another VM has its name now. */
  | { kind: 'gone' }
  /** The VM could not be read, or the cluster would refuse the change. */
  | { kind: 'refused'; error: unknown }
  | { kind: 'done' }
  /** Somebody else changed the VM after it was checked. Nothing was written. */
  | { kind: 'conflict' }
  | { kind: 'failed'; error: unknown };

export interface BulkRow {
  target: BulkTarget;
  status: BulkStatus;
}

/** What rows have in common, for counts and filters. */
export const BULK_GROUPS = ['ready', 'done', 'failed', 'cannot', 'alreadySo', 'waiting'] as const;
export type BulkGroup = (typeof BULK_GROUPS)[number];

export const groupOf = ({ status: { kind } }: BulkRow): BulkGroup => {
  switch (kind) {
    case 'conflict':
      return 'failed';
    case 'gone':
    case 'refused':
      return 'cannot';
    case 'waiting':
    case 'ready':
    case 'alreadySo':
    case 'cannot':
    case 'done':
    case 'failed':
      return kind;
  }
};

export const countGroups = (rows: readonly BulkRow[]): Record<BulkGroup, number> => {
  const counts = { ready: 0, done: 0, failed: 0, cannot: 0, alreadySo: 0, waiting: 0 };
  for (const row of rows) {
    counts[groupOf(row)] += 1;
  }
  return counts;
};
