import type { ShimVersion } from '../annotation/constants';
import { DEFAULT_VERSION } from '../annotation/constants';
import { isAtLeast, parseKubeVirtVersion } from './kubevirtVersion';

/** Features of hook sidecars that older releases of KubeVirt lack, with the release that added them. */
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

/** The features that the cluster's KubeVirt lacks, the newest last; none if its version is not known. */
export const versionLacks = (kubevirtVersion: string | undefined): VersionLack[] =>
  (Object.entries(SINCE) as [VersionLack, number][])
    .filter(([, minor]) => isAtLeast(kubevirtVersion, 1, minor) === false)
    .map(([lack]) => lack);

/** The newest version of the hook protocol that the cluster's sidecar-shim knows. */
export const newestShimVersion = (kubevirtVersion: string | undefined): ShimVersion =>
  versionLacks(kubevirtVersion).includes('endWithPod') ? 'v1alpha2' : DEFAULT_VERSION;

/** The image that a sidecar must have on the cluster; undefined if KubeVirt has a default. */
export const neededImage = (kubevirtVersion: string | undefined): string | undefined => {
  const version = parseKubeVirtVersion(kubevirtVersion);
  return version !== undefined && versionLacks(kubevirtVersion).includes('ownImage')
    ? `quay.io/kubevirt/sidecar-shim:v${version.major}.${version.minor}.${version.patch}`
    : undefined;
};
