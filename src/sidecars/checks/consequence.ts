import type { Finding, FindingId, Severity } from './check';

/** What becomes of the VM at its next start. */
export const CONSEQUENCES = ['doesNotStart', 'startsUnchanged'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** KubeVirt skips the script, and nothing says so: what tells it, and how severe that finding is then. */
const SKIPPED: ReadonlyMap<FindingId, Severity> = new Map<FindingId, Severity>([
  ['annotationOnVmMetadata', 'warning'],
  ['configMapUnsupported', 'error'],
  ['hookPathUnknown', 'error'],
  ['keyMissing', 'error'],
  ['noScript', 'warning'],
  ['severalPreCloudInitIso', 'error'],
  ['versionOld', 'error'],
]);

/** Undefined where the finding alone does not decide it. Every other error keeps the VM from starting. */
export const consequenceOf = ({
  id,
  severity,
}: Pick<Finding, 'id' | 'severity'>): Consequence | undefined => {
  if (SKIPPED.get(id) === severity) {
    return 'startsUnchanged';
  }
  return severity === 'error' ? 'doesNotStart' : undefined;
};

/** The worst of all that is known. */
export const worstConsequence = (
  findings: readonly Pick<Finding, 'id' | 'severity'>[],
): Consequence | undefined => {
  const known = new Set(findings.map(consequenceOf));
  return CONSEQUENCES.find((consequence) => known.has(consequence));
};
