import type { Pod } from '../../sidecars/resources';

const NAMES = /^(?:compute|hook-sidecar-\d+)$/;

/** The containers of a launcher pod that may tell of hooks and have a log by now: those that wait have none. */
export const hookLogContainers = ({ status }: Pod): string[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, state }) =>
    NAMES.test(name) && (state?.running !== undefined || state?.terminated !== undefined) ? [name] : [],
  );
