import { DEFAULT_VERSION, HOOK_PATHS } from './constants';
import { hookPointOfPath, type HookPoint } from './hookPoint';
import { versionOf } from './version';

/** The parts of a JSON object besides its known fields, so that writing it loses nothing. */
export interface WrittenObject {
  /** Fields that KubeVirt does not know, as written. */
  extra?: Record<string, unknown>;
  /** All keys in their original order and spelling; absent on objects that were not read. */
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

/** A sidecar with safe defaults: no image, the protocol version that survives migrations, one ConfigMap key. */
export const configMapSidecar = (name: string, key: string, hookPoint: HookPoint): Sidecar => ({
  args: ['--version', DEFAULT_VERSION],
  configMap: { name, key, hookPath: HOOK_PATHS[hookPoint] },
  extra: {},
});

/** Undefined for sidecars without a ConfigMap, because only a custom image knows its hook points. */
export const hookPointOf = (sidecar: Sidecar): HookPoint | undefined =>
  sidecar.configMap === undefined ? undefined : hookPointOfPath(sidecar.configMap.hookPath);

/**
 * Whether virt-launcher may call the sidecar for cloud-init data. It never calls v1alpha1, and only one of the others:
 * the first by the order of their sockets, not by the order of the annotation.
 */
export const takesCloudInit = (sidecar: Sidecar): boolean =>
  hookPointOf(sidecar) === 'preCloudInitIso' && versionOf(sidecar) !== 'v1alpha1';
