/** The moments at which KubeVirt calls a sidecar. */
export const HOOK_POINTS = ['onDefineDomain', 'preCloudInitIso'] as const;
export type HookPoint = (typeof HOOK_POINTS)[number];

/** A file in a directory of the $PATH that containers have when their image sets none, as the shim's does not. */
const IN_PATH = /^\/+(?:usr\/+(?:local\/+)?)?s?bin\/+([^/]+)$/;

/** The hook point that a script mounted at `path` serves; undefined when the shim would not find it there. */
export const hookPointOfPath = (path: string): HookPoint | undefined => {
  const name = IN_PATH.exec(path)?.[1];
  return HOOK_POINTS.find((point) => point === name);
};

export const isHookPoint = (text: string): text is HookPoint => HOOK_POINTS.some((point) => point === text);
