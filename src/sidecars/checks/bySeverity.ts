import type { Severity } from './check';

const RANK: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/** Compares for a sort that puts the worst first. */
export const bySeverity = (one: { severity: Severity }, other: { severity: Severity }): number =>
  RANK[one.severity] - RANK[other.severity];
