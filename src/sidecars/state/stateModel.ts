import type { ConfigMap, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import type { HookOrigin } from './inherited';
import type { ListedFinding, ListedFindingId } from '../rows/vmFindings';

/** The most urgent first: a VM has the first of these states that one of its sidecars has. */
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

/** States of an existing problem, whether or not a finding says what it is. */
export const isTrouble = (kind: SidecarStateKind): boolean =>
  ['failing', 'nodeLost', 'blocked'].includes(kind);

/** How the live domain XML compares with the expected results; `notChecked` if they were not compared. */
export const VERIFICATIONS = ['mismatch', 'verified', 'notChecked'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** Why KubeVirt skips a sidecar without an error: the id of the check, its parameters and `index`. */
export type SkipReasonCode =
  | 'noScript'
  | 'configMapUnsupported'
  | 'keyMissing'
  | 'hookPathUnknown'
  | 'severalPreCloudInitIso'
  | 'versionOld';

/**
 * What the checks predict for the next start: the id of the check, its parameters, and `index` if it is about one
 * sidecar.
 */
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
  | 'mayBeInherited'
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
  /**
   * `index` counts from 0: that of the template's entry, or, for a container or `removed`, that of the instance's
   * entry.
   */
  params: Record<string, string | number>;
  /** The cluster's message, unchanged. */
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
  /**
   * What is known about the effect of the scripts. Always present for `applied`, because scripts that ran need not have
   * worked.
   */
  verification?: Verification;
  /** Whether a restart would apply changes, as far as is known. */
  needsRestart?: boolean;
  reasons: StateReason[];
  /** What gives the VM its hooks, where they are not in its template. */
  origins?: readonly HookOrigin[];
  sidecars: SingleSidecarState[];
}

export interface StateInput {
  vm: VirtualMachine;
  /** The VM with what its preference and instance type add. */
  expanded?: VirtualMachine | undefined;
  vmi?: VirtualMachineInstance | undefined;
  /** The ConfigMaps of the VM's namespace by name; undefined while they are not loaded. */
  configMaps?: ReadonlyMap<string, ConfigMap> | undefined;
  launcherPod?: Pod | undefined;
  /** The findings about the VM's template; undefined predicts nothing. */
  findings?: readonly ListedFinding[] | undefined;
  /** `version`: KubeVirt's version, as the cluster reports it. */
  gate?: { enabled: boolean | undefined; version?: string | undefined } | undefined;
  /** Failures from other sources, such as events and logs. */
  failures?: readonly StateReason[] | undefined;
  verification?: Verification | undefined;
}
