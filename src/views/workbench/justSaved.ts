/** Passed with the address of a script that was just created. */
export const JUST_SAVED = { isJustSaved: true };

export const isJustSaved = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isJustSaved' in state;
