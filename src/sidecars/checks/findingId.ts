/** Every finding a check can make. Views translate by it, so that a new one does not compile untranslated. */
export type FindingId =
  /** name, first: index of the other sidecar */
  | 'duplicateConfigMap'
  /** name, problem: NameProblem */
  | 'configMapNameNotLabel'
  /** name */
  | 'volumeNameClash'
  /** name, other: index of the other sidecar */
  | 'pvcNameClash'
  /** name */
  | 'pvcMissing'
  /** name */
  | 'configMapMissing'
  /** name, key, nearest? */
  | 'keyMissing'
  /** hookPath, nearest? */
  | 'hookPathUnknown'
  | 'versionMissing'
  /** version */
  | 'versionUnknown'
  /** version */
  | 'versionOld'
  /** first: index of the one that runs */
  | 'secondPreCloudInitIso'
  | 'preCloudInitIsoWithoutCloudInit'
  /** key, nearest? */
  | 'unknownKey'
  | 'blankAnnotation'
  /** code: AnnotationProblem code, message, line, column; path, expected, found for a wrong type */
  | 'malformedAnnotation'
  | 'annotationOnVmMetadata'
  /** image */
  | 'imageSet'
  /** version: of KubeVirt */
  | 'imageMissing'
  /** version: of KubeVirt */
  | 'configMapUnsupported'
  /** policy, nearest? */
  | 'badImagePullPolicy'
  /** count */
  | 'hookOrder'
  | 'noScript'
  | 'gateOff';
