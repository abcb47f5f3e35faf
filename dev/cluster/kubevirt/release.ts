/**
 * Differences between the releases of KubeVirt 1 that matter for hook sidecars. A build between two releases counts as the
 * later one.
 */
export interface Release {
  /** As in `v1.9.0`. */
  version: string;
  /** Versions of the hook protocol that the release's sidecar-shim knows. v1alpha3 came with 1.2. */
  shimVersions: readonly string[];
  /** From 1.2: sidecars may mount a ConfigMap or a claim. Before, these fields are unknown and ignored. */
  mountsScripts: boolean;
  /** From 1.3: virt-controller has a default sidecar image. Before, the pod is refused without an image. */
  hasSidecarImage: boolean;
  /** From 1.3: a script's stderr goes to the sidecar's log. Before, it is lost. */
  logsStderr: boolean;
  /**
   * From 1.6: each sidecar has its own directory for its socket and knows its name, so hooks run in the order of the names.
   * Before, all sockets are in one directory with random names.
   */
  separatesSockets: boolean;
  /** From 1.6: virt-launcher also times out if no sidecar came up at all. Before, it then waits forever. */
  givesUpWithoutSockets: boolean;
  /** From 1.8: feature gates can be listed as disabled. Before, the field is unknown and dropped. */
  disablesGates: boolean;
  /** From 1.8: VMs are marked with the layout of their PCI devices when they are created. */
  marksTopology: boolean;
  /** The versions of HyperConverged of the HCO that comes with the release, the stored one first. */
  hcoVersions: readonly ['v1beta1' | 'v1', ...string[]];
  /** The versions of VirtualMachinePool, the stored one first. v1beta1 came with 1.7. */
  poolVersions: readonly ['v1beta1' | 'v1alpha1', ...string[]];
  /** Those of snapshots and restores, with v1beta1 from 1.3, and of clones, with v1beta1 from 1.5. */
  snapshotVersions: readonly ['v1beta1' | 'v1alpha1', ...string[]];
  cloneVersions: readonly ['v1beta1' | 'v1alpha1', ...string[]];
  /** From 1.9: gates of features in beta, such as those of snapshots and templates, are on by default. */
  enablesBeta: boolean;
  /** From 1.8: adds root ports for hot-plugged devices, which calls the hooks once more. */
  addsRootPorts: boolean;
  /** From 1.7: also reserves slots for such devices in a VM without interfaces. */
  reservesWithoutInterfaces: boolean;
  /** The versions of VirtualMachineTemplate, the stored one first. Templates came with 1.8. */
  templateVersions: readonly string[];
  /** From 1.9: disks in container images come as image volumes. Before, virt-launcher shares a directory for them. */
  hasImageVolumes: boolean;
}

/** The default without a version. */
export const NEWEST = 'v1.9.0';

const withBeta = (isServed: boolean): Release['poolVersions'] =>
  isServed ? ['v1beta1', 'v1alpha1'] : ['v1alpha1'];

/** The release of a version such as `v1.6.2`; the newest known one for anything else. */
export const releaseOf = (version: string = NEWEST): Release => {
  const minor = Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? '9');
  return {
    version,
    shimVersions: ['v1alpha1', 'v1alpha2', ...(minor >= 2 ? ['v1alpha3'] : [])],
    mountsScripts: minor >= 2,
    hasSidecarImage: minor >= 3,
    logsStderr: minor >= 3,
    separatesSockets: minor >= 6,
    givesUpWithoutSockets: minor >= 6,
    disablesGates: minor >= 8,
    marksTopology: minor >= 8,
    hcoVersions: minor >= 9 ? ['v1', 'v1beta1'] : minor === 8 ? ['v1beta1', 'v1'] : ['v1beta1'],
    poolVersions: withBeta(minor >= 7),
    snapshotVersions: withBeta(minor >= 3),
    cloneVersions: withBeta(minor >= 5),
    enablesBeta: minor >= 9,
    addsRootPorts: minor >= 8,
    reservesWithoutInterfaces: minor >= 7,
    templateVersions: minor >= 9 ? ['v1alpha1', 'v1beta1'] : minor === 8 ? ['v1alpha1'] : [],
    hasImageVolumes: minor >= 9,
  };
};

/** The release that a sidecar-shim image is of, by its tag; that of the cluster when the tag names none. */
export const releaseOfImage = (image: string, cluster: Release): Release => {
  const tag = /:(v?1\.\d+[^@/]*)/.exec(image)?.[1];
  return tag === undefined ? cluster : releaseOf(tag);
};
