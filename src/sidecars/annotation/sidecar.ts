import { DEFAULT_VERSION, HOOK_PATHS } from './constants';
import { hookPointOfPath, type HookPoint } from './hookPoint';
import { versionOf } from './version';

/** What is kept of a JSON object besides its known fields, so that writing it back loses nothing. */
export interface WrittenObject {
  /** Fields that KubeVirt does not know, as written. */
  extra?: Record<string, unknown>;
  /** All keys in the order and spelling they were written in; absent on objects made here. */
  writtenKeys?: readonly string[];
}

export interface ConfigMapSource extends WrittenObject {
  name: string;
  key: string;
  hookPath: string;
}

export interface PvcSource extends WrittenObject {
  name: string;
  volumePath: string;
  sharedComputePath?: string;
}

/** One entry of the sidecars annotation. */
export interface Sidecar extends WrittenObject {
  image?: string;
  imagePullPolicy?: string;
  command?: string[];
  args?: string[];
  configMap?: ConfigMapSource;
  pvc?: PvcSource;
  extra: Record<string, unknown>;
}

/** A sidecar set up the safe way: no image, the protocol version that survives migrations, one ConfigMap key. */
export const configMapSidecar = (name: string, key: string, hookPoint: HookPoint): Sidecar => ({
  args: ['--version', DEFAULT_VERSION],
  configMap: { name, key, hookPath: HOOK_PATHS[hookPoint] },
  extra: {},
});

/** Undefined for sidecars without a ConfigMap: what a custom image serves only it knows. */
export const hookPointOf = (sidecar: Sidecar): HookPoint | undefined =>
  sidecar.configMap === undefined ? undefined : hookPointOfPath(sidecar.configMap.hookPath);

/**
 * Whether virt-launcher may call the sidecar for cloud-init data. It passes over v1alpha1, and of the others calls one
 * only: the order of their sockets decides, in which they stand in the annotation does not.
 */
export const takesCloudInit = (sidecar: Sidecar): boolean =>
  hookPointOf(sidecar) === 'preCloudInitIso' && versionOf(sidecar) !== 'v1alpha1';
