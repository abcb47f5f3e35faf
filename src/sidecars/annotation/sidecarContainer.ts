const PREFIX = 'hook-sidecar-';

/** The name of the container for entry `number`, from 0, of the instance's annotation. */
export const sidecarContainer = (number: number): string => `${PREFIX}${number}`;

/**
 * The number of a `hook-sidecar-N` container; undefined for other containers. The containers of network bindings have
 * the numbers after those of the annotation's entries.
 */
export const sidecarNumber = (container: string): number | undefined => {
  const number = container.startsWith(PREFIX) ? container.slice(PREFIX.length) : '';
  return /^\d+$/.test(number) ? Number(number) : undefined;
};
