import type { HookPoint } from '../../sidecars/annotation/hookPoint';
import { createSessionStore } from '../sessionStore';
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

const recorded = createSessionStore<readonly RecordedInput[]>([]);

/** Replaces what an earlier trial start recorded. It is not stored, because it may have secrets. */
export const recordInputs = recorded.write;

/** React hook: what the last trial start recorded, in any namespace. */
export const useRecordedInputs = recorded.useValue;
