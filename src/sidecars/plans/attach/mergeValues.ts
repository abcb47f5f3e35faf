import { isSameInput } from '../../text/isSameInput';
import type { AttachValues } from './attachValues';

/**
 * Carries the user's changes over to what somebody else made of the same sidecar: fields that the user left alone
 * become theirs, those that the user changed stay.
 */
export const mergeValues = (origin: AttachValues, mine: AttachValues, theirs: AttachValues): AttachValues => {
  const kept = (Object.keys(mine) as (keyof AttachValues)[]).filter(
    (key) => !isSameInput(mine[key], origin[key]),
  );
  return { ...theirs, ...Object.fromEntries(kept.map((key) => [key, mine[key]])) };
};
