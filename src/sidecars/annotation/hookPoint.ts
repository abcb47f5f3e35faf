/** The moments at which KubeVirt calls a sidecar. */
export const HOOK_POINTS = ['onDefineDomain', 'preCloudInitIso'] as const;
export type HookPoint = (typeof HOOK_POINTS)[number];

/** A file in a directory of the default $PATH of containers, which the shim's image does not change. */
const IN_PATH = /^\/+(?:usr\/+(?:local\/+)?)?s?bin\/+([^/]+)$/;

/** The hook point of a script that is mounted at `path`; undefined if the shim does not find it there. */
export const hookPointOfPath = (path: string): HookPoint | undefined => {
  const name = IN_PATH.exec(path)?.[1];
  return HOOK_POINTS.find((point) => point === name);
};

export const isHookPoint = (text: string): text is HookPoint => HOOK_POINTS.some((point) => point === text);
