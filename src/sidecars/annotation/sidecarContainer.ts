const PREFIX = 'hook-sidecar-';

/** The name of the container that KubeVirt makes of the entry at `number` of the instance's annotation, from 0. */
export const sidecarContainer = (number: number): string => `${PREFIX}${number}`;

/**
 * The number of a `hook-sidecar-N` container; undefined for other containers. Those of network bindings are numbered
 * on after the entries of the annotation.
 */
export const sidecarNumber = (container: string): number | undefined => {
  const number = container.startsWith(PREFIX) ? container.slice(PREFIX.length) : '';
  return /^\d+$/.test(number) ? Number(number) : undefined;
};
