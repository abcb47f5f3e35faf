import { describeFailure } from '../apiError';
import type { Loadable } from '../loadable';
import { getApiDocument } from './read';

interface ApiGroupList {
  groups: { name: string; versions: { version: string }[] }[];
}

/** The versions of each API group that the cluster serves. */
export type ServedGroups = ReadonlyMap<string, readonly string[]>;

const RETRY_MS = 15_000;

const listeners = new Set<() => void>();
let value: Loadable<ServedGroups> = { status: 'loading' };
let isReading = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const settle = (next: Loadable<ServedGroups>): void => {
  value = next;
  listeners.forEach((listener) => {
    listener();
  });
};

// A request for one group that is not there would be an error in the browser's log.
const read = async (): Promise<void> => {
  clearTimeout(timer);
  if (isReading) {
    return;
  }
  isReading = true;
  try {
    const { groups } = await getApiDocument<ApiGroupList>('/apis');
    settle({
      status: 'loaded',
      data: new Map(groups.map(({ name, versions }) => [name, versions.map(({ version }) => version)])),
    });
  } catch (error) {
    if (value.status !== 'loaded') {
      settle({ status: 'failed', error, retry });
    }
    if (listeners.size > 0) {
      timer = setTimeout(retry, Math.max(RETRY_MS, describeFailure(error).retryAfterMs ?? 0));
    }
  } finally {
    isReading = false;
  }
};

const retry = (): void => {
  void read();
};

/** What the cluster serves, read once for all callers, and again for the first caller after all have gone. */
export const servedGroups = {
  subscribe: (listener: () => void): (() => void) => {
    if (listeners.size === 0) {
      if (value.status === 'failed') {
        value = { status: 'loading' };
      }
      retry();
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        clearTimeout(timer);
      }
    };
  },
  /** Returns the same object until something has changed. */
  read: (): Loadable<ServedGroups> => value,
};

/** Forgets the answer, for example after a test. */
export const forgetServedGroups = (): void => {
  value = { status: 'loading' };
  isReading = false;
};
