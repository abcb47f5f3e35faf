import { describeFailure, isNotFound } from '../apiError';
import type { Loadable } from '../loadable';
import { getApiDocument } from './read';

interface ApiGroup {
  versions: { version: string }[];
}

/** The versions of an API group that the cluster serves; none if it does not have the group. */
type Versions = Loadable<readonly string[]>;

interface ServedGroup {
  subscribe: (listener: () => void) => () => void;
  /** Returns the same object until something has changed. */
  read: () => Versions;
}

const RETRY_MS = 15_000;
const LOADING = { status: 'loading' } as const;

const readVersions = async (group: string): Promise<string[]> => {
  try {
    const { versions } = await getApiDocument<ApiGroup>(`/apis/${group}`);
    return versions.map(({ version }) => version);
  } catch (error) {
    if (isNotFound(error)) {
      return [];
    }
    throw error;
  }
};

const createServedGroup = (group: string): ServedGroup => {
  const listeners = new Set<() => void>();
  let value: Versions = LOADING;
  let isReading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (next: Versions): void => {
    isReading = false;
    value = next;
    listeners.forEach((listener) => {
      listener();
    });
  };
  const read = (): void => {
    clearTimeout(timer);
    if (isReading) {
      return;
    }
    isReading = true;
    readVersions(group).then(
      (data) => {
        settle({ status: 'loaded', data });
      },
      (error: unknown) => {
        settle({ status: 'failed', error, retry: read });
        if (listeners.size > 0) {
          timer = setTimeout(read, Math.max(RETRY_MS, describeFailure(error).retryAfterMs ?? 0));
        }
      },
    );
  };

  return {
    subscribe: (listener) => {
      // A group may come later; one that is served stays.
      if (listeners.size === 0 && !(value.status === 'loaded' && value.data.length > 0)) {
        value = LOADING;
        read();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearTimeout(timer);
        }
      };
    },
    read: () => value,
  };
};

const groups = new Map<string, ServedGroup>();

/** What the cluster serves of an API group, read once for all callers of the page. */
export const servedGroup = (group: string): ServedGroup => {
  const known = groups.get(group) ?? createServedGroup(group);
  groups.set(group, known);
  return known;
};

/** Forgets all answers, for example after a test. */
export const forgetServedGroups = (): void => {
  groups.clear();
};
