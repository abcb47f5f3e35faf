import type { Severity } from './check';
import { CHECKS, type CheckId } from './runChecks';

/** What of a finding decides it. */
interface Decisive {
  id: CheckId;
  severity: Severity;
}

/** What becomes of the VM at its next start. */
export const CONSEQUENCES = ['doesNotStart', 'startsUnchanged'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Undefined where the finding alone does not decide it. Every other error keeps the VM from starting. */
export const consequenceOf = ({ id, severity }: Decisive): Consequence | undefined => {
  if (CHECKS[id].skipsScript === severity) {
    return 'startsUnchanged';
  }
  return severity === 'error' ? 'doesNotStart' : undefined;
};

/** The worst of all that is known. */
export const worstConsequence = (findings: readonly Decisive[]): Consequence | undefined => {
  const known = new Set(findings.map(consequenceOf));
  return CONSEQUENCES.find((consequence) => known.has(consequence));
};
