import { annotationOnVmMetadata } from './annotationOnVmMetadata';
import { argumentTooLong } from './argumentTooLong';
import { badImagePullPolicy } from './badImagePullPolicy';
import { blankAnnotation } from './blankAnnotation';
import { bySeverity } from './bySeverity';
import type { Check, CheckContext, Finding } from './check';
import { configMapMissing } from './configMapMissing';
import { configMapNameNotLabel } from './configMapNameNotLabel';
import { configMapUnsupported } from './configMapUnsupported';
import { duplicateConfigMap } from './duplicateConfigMap';
import { gateOff } from './gateOff';
import { hookOrder } from './hookOrder';
import { hookPathMissing } from './hookPathMissing';
import { hookPathUnknown } from './hookPathUnknown';
import { imageMissing } from './imageMissing';
import { imageSet } from './imageSet';
import { keyMissing } from './keyMissing';
import { malformedAnnotation } from './malformedAnnotation';
import { noScript } from './noScript';
import { preCloudInitIsoWithoutCloudInit } from './preCloudInitIsoWithoutCloudInit';
import { pvcMissing } from './pvcMissing';
import { pvcNameClash } from './pvcNameClash';
import { severalPreCloudInitIso } from './severalPreCloudInitIso';
import { unknownKey } from './unknownKey';
import { versionMissing } from './versionMissing';
import { versionOld } from './versionOld';
import { versionUnknown } from './versionUnknown';
import { versionUnsupported } from './versionUnsupported';
import { volumeNameClash } from './volumeNameClash';

export const CHECKS: readonly Check[] = [
  gateOff,
  blankAnnotation,
  malformedAnnotation,
  annotationOnVmMetadata,
  argumentTooLong,
  configMapUnsupported,
  imageMissing,
  configMapNameNotLabel,
  duplicateConfigMap,
  volumeNameClash,
  pvcNameClash,
  configMapMissing,
  pvcMissing,
  keyMissing,
  hookPathMissing,
  hookPathUnknown,
  severalPreCloudInitIso,
  preCloudInitIsoWithoutCloudInit,
  versionMissing,
  versionUnknown,
  versionOld,
  versionUnsupported,
  badImagePullPolicy,
  noScript,
  unknownKey,
  hookOrder,
  imageSet,
];

/** Findings about the VM or the whole annotation stand before those about one sidecar. */
const position = ({ place }: Finding): number => (place.kind === 'annotation' ? (place.index ?? -1) : -1);

/** All findings, errors first; within a severity in the order of the sidecars they are about. */
export const runChecks = (context: CheckContext): Finding[] =>
  CHECKS.flatMap((check) => check.run(context)).sort(
    (one, other) => bySeverity(one, other) || position(one) - position(other),
  );
