/**
 * Every finding of the diagnosis with the parameters of its text, in the order of how near it is to the root: what
 * stands first explains the rest. A text rule fills them from the groups of its pattern, in this order.
 */
export const DIAGNOSIS_PARAMS = {
  gateDenied: [],
  gateMisspelt: ['gate'],
  gateOnBothLists: [],
  hcoPatchInvalid: [],
  gateNotAskedOfHco: [],
  annotationBlank: [],
  annotationMalformed: [],
  configMapNotFound: ['name'],
  pvcNotFound: ['name'],
  volumeNameTwice: ['name'],
  volumeNameInvalid: [],
  podRefused: [],
  imageNotPulled: ['container', 'reason'],
  podNotScheduled: [],
  containerNotStarted: ['container'],
  versionMissing: ['container'],
  versionUnsupported: [],
  socketsNotCollected: [],
  execFormat: ['hookPoint'],
  interpreterNotFound: ['hookPoint'],
  notExecutable: ['hookPoint'],
  argumentTooLong: [],
  commandNotFound: ['command'],
  moduleNotFound: ['module'],
  scriptFailed: ['status'],
  xmlBroken: ['message'],
  wrongRoot: ['element'],
  cloudInitBroken: [],
  printedNothing: [],
  textAroundXml: [],
  volumeNameDropped: [],
  callTimedOut: [],
  cloudInitVolumeMissing: [],
  launcherCrashed: [],
  sessionModeRefused: [],
  libvirtRefused: ['message'],
  migrationHookFailed: [],
  oldPodLingers: ['pod'],
  sidecarEnded: ['container', 'exitCode'],
  hookNotFound: ['container', 'hookPoint'],
  callbackSkipped: [],
  cloudInitHookSkipped: ['count'],
  /** index: of the sidecar */
  hookWithoutEffect: ['index'],
  changeRepeated: ['what'],
  changeLost: ['what'],
  runningDiffers: ['what'],
  annotationOnVm: [],
  /** How many. */
  templateDiffers: ['added', 'removed', 'changed'],
  scriptDiffers: ['configMap'],
  extraDisk: ['volume'],
  notSynchronized: ['message'],
  clusterTainted: [],
  deprecated: ['version'],
} as const satisfies Record<string, readonly string[]>;

export type DiagnosisId = keyof typeof DIAGNOSIS_PARAMS;

export const DIAGNOSIS_IDS = Object.keys(DIAGNOSIS_PARAMS) as readonly DiagnosisId[];

/** What the text of a finding may use. */
export type DiagnosisParams<Id extends DiagnosisId> = Record<
  (typeof DIAGNOSIS_PARAMS)[Id][number],
  string | number
>;
