import type { Severity } from '../checks/check';
import { DIAGNOSIS_IDS, type DiagnosisId } from './diagnosisId';

const WARNINGS: readonly DiagnosisId[] = [
  'gateNotAskedOfHco',
  'oldPodLingers',
  'callbackSkipped',
  'cloudInitHookSkipped',
  'hookWithoutEffect',
  'textAroundXml',
  'changeRepeated',
  'changeLost',
  'runningDiffers',
  'annotationOnVm',
  'templateDiffers',
  'scriptDiffers',
];
const ADVICE: readonly DiagnosisId[] = ['extraDisk', 'clusterTainted', 'deprecated'];

/** How severe each finding is at most; of a VM that came up in the end, an error is told as a warning. */
export const DIAGNOSIS_SEVERITIES: ReadonlyMap<DiagnosisId, Severity> = new Map(
  DIAGNOSIS_IDS.map((id) => [
    id,
    WARNINGS.includes(id) ? 'warning' : ADVICE.includes(id) ? 'advice' : 'error',
  ]),
);
