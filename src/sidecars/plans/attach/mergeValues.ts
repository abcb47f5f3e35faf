import { isSameInput } from '../../text/isSameInput';
import type { AttachValues } from './attachValues';

/**
 * Merges the user's changes into somebody else's version of the same sidecar: fields that the user did not change get
 * their values, those that the user changed stay.
 */
export const mergeValues = (origin: AttachValues, mine: AttachValues, theirs: AttachValues): AttachValues => {
  const kept = (Object.keys(mine) as (keyof AttachValues)[]).filter(
    (key) => !isSameInput(mine[key], origin[key]),
  );
  return { ...theirs, ...Object.fromEntries(kept.map((key) => [key, mine[key]])) };
};
