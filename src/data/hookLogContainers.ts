import { COMPUTE_CONTAINER } from '../sidecars/annotation/constants';
import type { Pod } from '../sidecars/objects/resources';
import { sidecarNumber } from '../sidecars/annotation/sidecarContainer';

const mayTell = (container: string): boolean =>
  container === COMPUTE_CONTAINER || sidecarNumber(container) !== undefined;

/** The containers of a launcher pod whose logs may be about hooks. Waiting containers have no log yet. */
export const hookLogContainers = ({ status }: Pod): string[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, state }) =>
    mayTell(name) && (state?.running !== undefined || state?.terminated !== undefined) ? [name] : [],
  );
