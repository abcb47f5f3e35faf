import { useSyncExternalStore } from 'react';
import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import type { TryInput } from './tryInput';

/** What a trial start recorded of one call. */
export interface RecordedInput extends TryInput {
  namespace: string;
  /** The VM of which a copy was started. */
  vm: string;
  hookPoint: HookPoint;
  /** From 1, in the order of the calls. */
  call: number;
  /** ISO 8601. */
  recordedAt: string;
}

const NONE: readonly RecordedInput[] = [];

let recorded = NONE;
const listeners = new Set<() => void>();

/** Replaces what an earlier trial start recorded. It is kept until the page is reloaded, because it may have secrets. */
export const recordInputs = (inputs: readonly RecordedInput[]): void => {
  recorded = inputs;
  for (const listener of listeners) {
    listener();
  }
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

const read = (): readonly RecordedInput[] => recorded;

/** React hook: what the last trial start recorded, in any namespace. */
export const useRecordedInputs = (): readonly RecordedInput[] => useSyncExternalStore(subscribe, read);
