/** Every finding of the diagnosis, in the order of how near it is to the root: what stands first explains the rest. */
export const DIAGNOSIS_IDS = [
  'gateDenied',
  'gateMisspelt',
  'gateOnBothLists',
  'hcoPatchInvalid',
  'gateNotAskedOfHco',
  'annotationBlank',
  'annotationMalformed',
  /** name */
  'configMapNotFound',
  /** name */
  'pvcNotFound',
  /** name */
  'volumeNameTwice',
  'volumeNameInvalid',
  'podRefused',
  /** container, reason */
  'imageNotPulled',
  'podNotScheduled',
  /** container */
  'versionMissing',
  /** container */
  'versionUnsupported',
  'socketsNotCollected',
  /** hookPoint */
  'execFormat',
  /** hookPoint */
  'interpreterNotFound',
  /** hookPoint */
  'notExecutable',
  'argumentTooLong',
  /** command */
  'commandNotFound',
  /** module */
  'moduleNotFound',
  /** status */
  'scriptFailed',
  /** message */
  'xmlBroken',
  /** element */
  'wrongRoot',
  'cloudInitBroken',
  'printedNothing',
  'textAroundXml',
  'volumeNameDropped',
  'callTimedOut',
  'cloudInitVolumeMissing',
  'launcherCrashed',
  'sessionModeRefused',
  /** message */
  'libvirtRefused',
  'migrationHookFailed',
  /** pod */
  'oldPodLingers',
  /** container, exitCode */
  'sidecarEnded',
  /** container, hookPoint */
  'hookNotFound',
  /** container */
  'callbackSkipped',
  /** first, index: of the sidecars */
  'cloudInitHookSkipped',
  /** hookPoint, index */
  'hookWithoutEffect',
  /** what */
  'changeRepeated',
  /** what */
  'changeLost',
  /** what */
  'runningDiffers',
  'annotationOnVm',
  /** added, removed, changed: how many */
  'templateDiffers',
  /** configMap, index */
  'scriptDiffers',
  /** volume */
  'extraDisk',
  /** message */
  'notSynchronized',
  'clusterTainted',
  /** version */
  'deprecated',
] as const;

export type DiagnosisId = (typeof DIAGNOSIS_IDS)[number];
