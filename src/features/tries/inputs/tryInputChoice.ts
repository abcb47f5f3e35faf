/** What the user wants to try a script on. */
export type TryInputChoice =
  | { kind: 'sample' }
  | { kind: 'vm'; name: string }
  /** The index of what the last trial start recorded. */
  | { kind: 'recorded'; index: number }
  | { kind: 'pasted'; input: string; vmi: string };
