import type { ConfigMap, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import type { ListedFinding, ListedFindingId } from '../rows/vmFindings';

/** The most urgent first: the state of a VM is the first of these that one of its sidecars is in. */
export const STATE_KINDS = [
  'unreadable',
  'blocked',
  'failing',
  'nodeLost',
  'failsAtNextStart',
  'restartNeeded',
  'scriptChanged',
  'appliesAtNextStart',
  'starting',
  'applied',
  'notAttached',
] as const;
export type SidecarStateKind = (typeof STATE_KINDS)[number];

/** Something is wrong already, whether or not a finding tells what. */
export const isTrouble = (kind: SidecarStateKind): boolean =>
  ['failing', 'nodeLost', 'blocked'].includes(kind);

/** How the live domain XML compares with the expected results; `notChecked` where nothing compared them. */
export type Verification = 'verified' | 'notChecked' | 'mismatch';

/** Why KubeVirt skips a sidecar without a word: as the checks call it, with their parameters and `index`. */
export type SkipReasonCode =
  | 'noScript'
  | 'configMapUnsupported'
  | 'keyMissing'
  | 'hookPathUnknown'
  | 'severalPreCloudInitIso'
  | 'versionOld';

/** What checks foresee of the next start: as they call it, with their parameters, and `index` where it is one sidecar's. */
export type ForeseenReasonCode = ListedFindingId;

export type StateReasonCode =
  | SkipReasonCode
  | ForeseenReasonCode
  | 'gateOff'
  | 'malformedInstanceAnnotation'
  | 'added'
  | 'removed'
  | 'changed'
  | 'reordered'
  | 'scriptChangedSinceStart'
  | 'notSynchronized'
  | 'podNotScheduled'
  | 'vmStatus'
  | 'vmFailure'
  | 'containerWaiting'
  | 'containerTerminated'
  | 'podFailed'
  | 'instanceFailed';

export interface StateReason {
  code: StateReasonCode;
  /** `index` counts from 0: of the template's entry, and where a container or `removed` is meant, of the instance's. */
  params: Record<string, string | number>;
  /** What the cluster itself said, unchanged. */
  quote?: string;
}

/** One entry of the template's annotation. */
export interface SingleSidecarState {
  index: number;
  sidecar: Sidecar;
  kind: Exclude<SidecarStateKind, 'notAttached' | 'unreadable'>;
  reasons: StateReason[];
}

export interface SidecarState {
  kind: SidecarStateKind;
  /** What is known of the scripts' effect. Always there for `applied`: that scripts ran does not say that they worked. */
  verification?: Verification;
  /** A restart would apply what the instance was not started with, and nothing is known that keeps it from doing so. */
  needsRestart?: boolean;
  reasons: StateReason[];
  sidecars: SingleSidecarState[];
}

export interface StateInput {
  vm: VirtualMachine;
  vmi?: VirtualMachineInstance | undefined;
  /** The ConfigMaps of the VM's namespace by name; undefined while they are not loaded. */
  configMaps?: ReadonlyMap<string, ConfigMap> | undefined;
  launcherPod?: Pod | undefined;
  /** What checks say of the VM's template; undefined foresees nothing. */
  findings?: readonly ListedFinding[] | undefined;
  /** `version`: of KubeVirt, as the cluster reports it. */
  gate?: { enabled: boolean | undefined; version?: string | undefined } | undefined;
  /** Failures known from elsewhere, such as events and logs. */
  failures?: readonly StateReason[] | undefined;
  verification?: Verification | undefined;
}
