import type { ShimVersion } from '../annotation/constants';
import { DEFAULT_VERSION } from '../annotation/constants';
import { isAtLeast, parseKubeVirtVersion } from './kubevirtVersion';

/** What a release of KubeVirt lacks of what hook sidecars have today, by the release that brought it. */
const SINCE = {
  scriptsFromConfigMaps: 2,
  endWithPod: 2,
  ownImage: 3,
  stderrInLog: 3,
  fixedOrder: 6,
  givesUp: 6,
  disabledGates: 8,
} as const;

export type VersionLack = keyof typeof SINCE;

/** What the cluster's KubeVirt is known to lack, the newest addition last; nothing where its version is not known. */
export const versionLacks = (kubevirtVersion: string | undefined): VersionLack[] =>
  (Object.entries(SINCE) as [VersionLack, number][])
    .filter(([, minor]) => isAtLeast(kubevirtVersion, 1, minor) === false)
    .map(([lack]) => lack);

/** The newest version of the hook protocol that the cluster's sidecar-shim knows. */
export const newestShimVersion = (kubevirtVersion: string | undefined): ShimVersion =>
  versionLacks(kubevirtVersion).includes('endWithPod') ? 'v1alpha2' : DEFAULT_VERSION;

/** The image that a sidecar must name on the cluster; undefined where KubeVirt knows its own. */
export const neededImage = (kubevirtVersion: string | undefined): string | undefined => {
  const version = parseKubeVirtVersion(kubevirtVersion);
  return version !== undefined && versionLacks(kubevirtVersion).includes('ownImage')
    ? `quay.io/kubevirt/sidecar-shim:v${version.major}.${version.minor}.${version.patch}`
    : undefined;
};
