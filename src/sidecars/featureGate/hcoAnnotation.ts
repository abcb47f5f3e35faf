import type { JsonPatchOperation } from '../jsonPointer';

/** One operation as written, with members that JSON patch does not know. */
export type HcoOperation = Readonly<Record<string, unknown>>;

export type HcoPatch =
  | { kind: 'absent' }
  | { kind: 'parsed'; text: string; operations: HcoOperation[] }
  | { kind: 'malformed'; text: string; message: string; line: number; column: number; offset: number };

export const parseHcoPatch = (text: string | undefined): HcoPatch => {
  if (text === undefined) return { kind: 'absent' };
  return { kind: 'parsed', text, operations: [] };
};

export const serializeHcoPatch = (operations: readonly HcoOperation[]): string => JSON.stringify(operations);

export const enablesGate = (operations: readonly HcoOperation[]): boolean => operations.length > 0;

export const enableGate = (operations: readonly HcoOperation[]): HcoOperation[] => [...operations];

export const disableGate = (operations: readonly HcoOperation[]): HcoOperation[] => [...operations];

export type { JsonPatchOperation };
