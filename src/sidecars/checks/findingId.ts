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
  | 'hookPathMissing'
  /** hookPath, nearest? */
  | 'hookPathUnknown'
  | 'versionMissing'
  /** version */
  | 'versionUnknown'
  /** version */
  | 'versionOld'
  /** count */
  | 'severalPreCloudInitIso'
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
  | 'gateOff'
  /** version, kubevirt: version of KubeVirt */
  | 'versionUnsupported'
  /** bytes, limit */
  | 'argumentTooLong'
  | ScriptFindingId;

/** What a check can find in the text of a hook script. */
export type ScriptFindingId =
  /** message: the parser's own words */
  | 'scriptSyntax'
  | 'scriptCrlf'
  | 'scriptBom'
  | 'shebangMissing'
  /** interpreter */
  | 'interpreterMissing'
  /** command */
  | 'commandMissing'
  /** module */
  | 'importMissing'
  /** argument: as written */
  | 'unquotedArgument'
  /** argument: as written */
  | 'echoOfInput'
  /** argument: as written */
  | 'wrongArgument'
  /** hookPoint?: where it is used */
  | 'nothingPrinted'
  /** command */
  | 'networkCall'
  /** duration: as written */
  | 'sleepCall'
  /** what: the text or element that is found again */
  | 'appendUnguarded'
  /** device: name of its element */
  | 'deviceAliasMissing'
  /** text: as written */
  | 'dumpxmlStyleMatch'
  /** what: as written */
  | 'secretPrinted'
  /** element */
  | 'identityChanged'
  /** flag, hookPoint: where it is used, other: what it was written for */
  | 'hookPointMismatch'
  /** name, version: of KubeVirt, since: version of KubeVirt */
  | 'environmentUnsupported';
