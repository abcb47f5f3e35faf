import { bySeverity } from '../checks/bySeverity';
import type { Finding, FindingId, Severity } from '../checks/check';
import type { DiagnosisFinding, DiagnosisId } from './diagnose';

/** A finding of the diagnosis with what checks say of the same cause: their fixes mend it. */
export interface Diagnosed {
  finding: DiagnosisFinding;
  checks: Finding[];
}

/** Which findings of checks foretell what a finding of the diagnosis tells afterwards. */
const FORETOLD: Partial<Record<DiagnosisId, readonly FindingId[]>> = {
  annotationBlank: ['blankAnnotation'],
  annotationMalformed: ['malformedAnnotation'],
  configMapNotFound: ['configMapMissing'],
  pvcNotFound: ['pvcMissing'],
  volumeNameTwice: ['duplicateConfigMap', 'volumeNameClash', 'pvcNameClash'],
  volumeNameInvalid: ['configMapNameNotLabel'],
  podRefused: ['badImagePullPolicy', 'hookPathMissing'],
  versionMissing: ['versionMissing'],
  versionUnsupported: ['versionUnknown', 'versionUnsupported'],
  socketsNotCollected: ['versionMissing', 'versionUnknown', 'versionUnsupported'],
  execFormat: ['shebangMissing', 'scriptBom'],
  interpreterNotFound: ['interpreterMissing', 'scriptCrlf'],
  argumentTooLong: ['argumentTooLong'],
  commandNotFound: ['commandMissing'],
  moduleNotFound: ['importMissing'],
  printedNothing: ['nothingPrinted'],
  cloudInitBroken: ['nothingPrinted'],
  callTimedOut: ['sleepCall', 'networkCall'],
  cloudInitVolumeMissing: ['preCloudInitIsoWithoutCloudInit'],
  launcherCrashed: ['deviceAliasMissing'],
  oldPodLingers: ['versionOld'],
  hookNotFound: ['keyMissing', 'hookPathUnknown'],
  callbackSkipped: ['versionOld'],
  cloudInitHookSkipped: ['severalPreCloudInitIso'],
  hookWithoutEffect: ['dumpxmlStyleMatch'],
  changeRepeated: ['appendUnguarded'],
  annotationOnVm: ['annotationOnVmMetadata'],
};

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
    FORETOLD[id]?.includes(checkId) === true &&
    cure?.kind !== 'restart' &&
    !differ(params.name, checked.name) &&
    !(place.kind === 'annotation' && differ(index, place.index)) &&
    !(place.kind === 'script' && differ(script, `${place.configMap}/${place.key}`))
  );
};

/** It names the container, or quotes its log. */
const isOf = (container: unknown, { params, evidence }: DiagnosisFinding): boolean =>
  params.container === container ||
  evidence.some(({ source }) => source.kind === 'log' && source.container === container);

/** That it ended, where the reason for it is told too. */
const isConsequence = ({ id, params }: DiagnosisFinding, all: readonly DiagnosisFinding[]): boolean =>
  (id === 'sidecarEnded' &&
    all.some(
      (other) => other.id !== id && other.id !== 'callbackSkipped' && isOf(params.container, other),
    )) ||
  (id === 'scriptFailed' &&
    all.some(
      (other) => other.id === 'moduleNotFound' || (other.id === 'commandNotFound' && params.status === '127'),
    )) ||
  (id === 'podNotScheduled' && all.some((other) => other.id === 'pvcNotFound')) ||
  (id === 'socketsNotCollected' &&
    all.some(
      (other) =>
        other.id === 'versionMissing' ||
        other.id === 'versionUnsupported' ||
        other.id === 'sidecarEnded' ||
        other.id === 'containerNotStarted',
    ));

/** Tells each cause once: what happened goes before what checks foretell, and takes over their fixes. */
export const withoutRepeats = (
  diagnosed: readonly DiagnosisFinding[],
  checked: readonly Finding[],
): { diagnosed: Diagnosed[]; checked: Finding[] } => {
  const shown = diagnosed
    .filter((finding) => !isConsequence(finding, diagnosed))
    .map((finding) => ({ finding, checks: checked.filter((check) => isSame(finding, check)) }));
  const told = new Set(shown.flatMap(({ checks }) => checks));
  return { diagnosed: shown, checked: checked.filter((check) => !told.has(check)) };
};

/** Something to show: what happened, or what a check foresees. */
export type Told = { severity: Severity } & (
  { kind: 'happened'; diagnosed: Diagnosed } | { kind: 'foreseen'; finding: Finding }
);

/** All in one order, the worst first; of two equally bad ones what happened goes before what is foreseen. */
export const worstFirst = (diagnosed: readonly Diagnosed[], checked: readonly Finding[]): Told[] =>
  [
    ...diagnosed.map((one): Told => ({
      kind: 'happened',
      severity: one.finding.severity,
      diagnosed: one,
    })),
    ...checked.map((finding): Told => ({ kind: 'foreseen', severity: finding.severity, finding })),
  ].sort(bySeverity);
