export interface KubeVirtVersion {
  major: number;
  minor: number;
  patch: number;
  /** `beta.0` of `v1.9.0-beta.0`, `12-gabcdef` of a build in between; undefined on releases. */
  preRelease: string | undefined;
}

const FORM = /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:-([0-9A-Za-z.+-]+))?(?:\+.*)?$/;

/** Undefined if it is not a version, such as the `{gitVersion}` of a development build. */
export const parseKubeVirtVersion = (text: string | undefined): KubeVirtVersion | undefined => {
  const match = FORM.exec(text?.trim() ?? '');
  if (match === null) {
    return undefined;
  }
  const [, major, minor, patch, preRelease] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch ?? 0), preRelease };
};

/**
 * Whether the cluster runs at least `major.minor`; undefined if its version is not known. Pre-releases count as their
 * release, because they have its changes.
 */
export const isAtLeast = (text: string | undefined, major: number, minor: number): boolean | undefined => {
  const version = parseKubeVirtVersion(text);
  if (version === undefined) {
    return undefined;
  }
  return version.major > major || (version.major === major && version.minor >= minor);
};
