import type { KubernetesObject } from '../kubernetesObject';

/** One message of a watch. The `object` of an ERROR is a Status, that of a BOOKMARK has only a resourceVersion. */
export interface WatchEvent {
  type: string;
  object: KubernetesObject & { code?: number; message?: string };
}

type EventOutcome =
  | 'applied'
  /** A duplicate, or older than the list. */
  | 'ignored'
  /** No change; the server reported its version. */
  | 'bookmark'
  /** The resourceVersion is too old to watch from, or from before the server lost its history: list again. */
  | 'expired'
  /** The server reported another error of the watch. */
  | 'broken';

/**
 * The objects of a watched list. While a later list loads, the earlier content stays; it is replaced after the last page, so
 * that nothing flickers and no deleted object remains.
 */
export interface ObjectTable<T extends KubernetesObject> {
  beginList: () => void;
  addPage: (items: readonly T[]) => void;
  endList: (resourceVersion: string) => void;
  applyEvent: (event: WatchEvent) => EventOutcome;
  items: () => T[];
  size: () => number;
  /** The version to watch from; undefined before a list is complete. */
  resourceVersion: () => string | undefined;
}

const keyOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/**
 * Whether a list at version `b` already includes an event at version `a`. Versions are numbers that rise over all objects of
 * a resource; any other version counts as new.
 */
const isCovered = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) {
    return false;
  }
  const [first, second] = [Number(a), Number(b)];
  return Number.isSafeInteger(first) && Number.isSafeInteger(second) && first <= second;
};

/** @param keep projects the object of an event; pages are projected already */
export const createObjectTable = <T extends KubernetesObject>(
  keep: (object: KubernetesObject) => T,
): ObjectTable<T> => {
  let shown = new Map<string, T>();
  let incoming: Map<string, T> | undefined;
  let version: string | undefined;
  let everComplete = false;

  return {
    beginList: () => {
      incoming = new Map();
      version = undefined;
    },
    addPage: (items) => {
      for (const item of items) {
        incoming?.set(keyOf(item), item);
      }
      // Only the first list is shown before it is complete.
      if (!everComplete && incoming !== undefined) {
        shown = incoming;
      }
    },
    endList: (resourceVersion) => {
      shown = incoming ?? shown;
      incoming = undefined;
      everComplete = true;
      version = resourceVersion;
    },
    applyEvent: ({ type, object }) => {
      if (type === 'ERROR') {
        return object.code === 410 ? 'expired' : 'broken';
      }
      const eventVersion = object.metadata.resourceVersion;
      if (isCovered(eventVersion, version)) {
        if (type !== 'BOOKMARK') {
          return 'ignored';
        }
        // A server that was restored from a backup counts from a lower version, and sends no change until it is reached.
        return isCovered(version, eventVersion) ? 'bookmark' : 'expired';
      }
      switch (type) {
        case 'ADDED':
        case 'MODIFIED':
          shown.set(keyOf(object), keep(object));
          break;
        case 'DELETED':
          shown.delete(keyOf(object));
          break;
        case 'BOOKMARK':
          break;
        default:
          return 'ignored';
      }
      version = eventVersion ?? version;
      return type === 'BOOKMARK' ? 'bookmark' : 'applied';
    },
    items: () => [...shown.values()],
    size: () => shown.size,
    resourceVersion: () => version,
  };
};
