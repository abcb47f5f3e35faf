import { HOOK_PATHS } from './constants';

/** The moments at which KubeVirt calls a sidecar. */
export const HOOK_POINTS = ['onDefineDomain', 'preCloudInitIso'] as const;
export type HookPoint = (typeof HOOK_POINTS)[number];

/** The hook point that a script mounted at `path` serves; undefined when the shim would not find it there. */
export const hookPointOfPath = (path: string): HookPoint | undefined =>
  HOOK_POINTS.find((point) => HOOK_PATHS[point] === path);

export const isHookPoint = (text: string): text is HookPoint => HOOK_POINTS.some((point) => point === text);
