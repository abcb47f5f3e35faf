import type { TFunction } from 'i18next';
import type { Consequence } from '../../sidecars/checks/consequence';
import type { ListedFindingId } from '../../sidecars/rows/vmFindings';

const TITLES: Record<ListedFindingId, (t: TFunction) => string> = {
  annotationOnVmMetadata: (t) => t('Annotation misplaced'),
  argumentTooLong: (t) => t('Template too large'),
  badImagePullPolicy: (t) => t('Pull policy unknown'),
  blankAnnotation: (t) => t('Annotation empty'),
  configMapMissing: (t) => t('ConfigMap missing'),
  configMapNameNotLabel: (t) => t('Name not allowed'),
  configMapUnsupported: (t) => t('KubeVirt too old'),
  duplicateConfigMap: (t) => t('ConfigMap used twice'),
  hookOrder: (t) => t('Order not kept'),
  hookPathMissing: (t) => t('Hook path missing'),
  hookPathUnknown: (t) => t('Hook path unknown'),
  imageMissing: (t) => t('Image missing'),
  imageSet: (t) => t('Image pinned'),
  keyMissing: (t) => t('Key missing'),
  malformedAnnotation: (t) => t('Annotation not valid'),
  noScript: (t) => t('No script'),
  preCloudInitIsoWithoutCloudInit: (t) => t('No cloud-init volume'),
  pvcMissing: (t) => t('PVC missing'),
  pvcNameClash: (t) => t('PVC name taken'),
  severalPreCloudInitIso: (t) => t('Several preCloudInitIso'),
  unknownKey: (t) => t('Field unknown'),
  versionMissing: (t) => t('Version missing'),
  versionOld: (t) => t('Version outdated'),
  versionUnknown: (t) => t('Version unknown'),
  versionUnsupported: (t) => t('Version unsupported'),
  volumeNameClash: (t) => t('Volume name taken'),
};

export const LISTED_FINDING_IDS = Object.keys(TITLES) as ListedFindingId[];

/** A finding in two or three words, where there is room for no more. */
export const findingTitle = (t: TFunction, id: ListedFindingId): string => TITLES[id](t);

export const consequenceText = (t: TFunction, consequence: Consequence): string =>
  ({ doesNotStart: t('Will not start'), startsUnchanged: t('Starts unchanged') })[consequence];
