import { byCompleteness, bySeverity } from '../checks/check';
import type { Finding, FindingId, Severity } from '../checks/check';
import type { DiagnosisFinding } from './diagnose';
import { DIAGNOSIS_ENTRIES } from './diagnosisEntries';

/** A finding of the diagnosis with what checks say of the same cause: their fixes mend it. */
export interface Diagnosed {
  finding: DiagnosisFinding;
  checks: Finding[];
}

const differ = (one: unknown, other: unknown): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** Both speak of the same sidecar, script and name, as far as they say; no check is of what only a restart ends. */
const isSame = (
  { id, params, cure }: DiagnosisFinding,
  { id: checkId, params: checked, place }: Finding,
): boolean => {
  const index = cure?.kind === 'editSidecars' ? cure.index : undefined;
  const script = cure?.kind === 'editScript' ? `${cure.configMap}/${cure.key}` : undefined;
  return (
    DIAGNOSIS_ENTRIES[id].foretoldBy?.includes(checkId) === true &&
    cure?.kind !== 'restart' &&
    !differ(params.name, checked.name) &&
    !(place.kind === 'annotation' && differ(index, place.index)) &&
    !(place.kind === 'script' && differ(script, `${place.configMap}/${place.key}`))
  );
};

const isConsequence = (own: DiagnosisFinding, all: readonly DiagnosisFinding[]): boolean =>
  all.some((other) => other.id !== own.id && DIAGNOSIS_ENTRIES[own.id].followsFrom?.(other, own) === true);

/** Tells each cause once: what happened goes before what checks foretell, and takes over their fixes. */
export const withoutRepeats = (
  diagnosed: readonly DiagnosisFinding[],
  checked: readonly Finding[],
): { diagnosed: Diagnosed[]; checked: Finding[] } => {
  const shown = diagnosed
    .filter((finding) => !isConsequence(finding, diagnosed))
    .map((finding) => ({ finding, checks: checked.filter((check) => isSame(finding, check)) }));
  const shownChecks = new Set(shown.flatMap(({ checks }) => checks));
  return { diagnosed: shown, checked: checked.filter((check) => !shownChecks.has(check)) };
};

/** Something to show: what happened, or what a check foresees. */
export type Problem = { severity: Severity } & (
  { kind: 'happened'; diagnosed: Diagnosed } | { kind: 'foreseen'; finding: Finding }
);

const checkOf = (problem: Problem): FindingId | undefined =>
  problem.kind === 'foreseen' ? problem.finding.id : undefined;

/** All in one order, the worst first; of two equally bad ones what happened goes before what is foreseen. */
export const worstFirst = (diagnosed: readonly Diagnosed[], checked: readonly Finding[]): Problem[] =>
  [
    ...diagnosed.map((one): Problem => ({
      kind: 'happened',
      severity: one.finding.severity,
      diagnosed: one,
    })),
    ...checked.map((finding): Problem => ({ kind: 'foreseen', severity: finding.severity, finding })),
  ].sort((one, other) => byCompleteness(checkOf(one), checkOf(other)) || bySeverity(one, other));
