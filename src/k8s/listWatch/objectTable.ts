import type { KubernetesObject } from '../kubernetesObject';

/** One message of a watch. `object` of an ERROR is a Status, of a BOOKMARK an object with a resourceVersion only. */
export interface WatchEvent {
  type: string;
  object: KubernetesObject & { code?: number; message?: string };
}

type EventOutcome =
  | 'applied'
  /** Already known: a duplicate, or older than what the list held. */
  | 'ignored'
  /** No change, but the server is there. */
  | 'bookmark'
  /** The resourceVersion is too old to watch from: list again. */
  | 'expired'
  /** The server says that the watch is broken for another reason. */
  | 'broken';

/**
 * The objects of a list that is being watched. While a later list comes in, the earlier content stays; it is
 * replaced when the last page is there, so that nothing blinks and nothing that was deleted meanwhile stays.
 */
export interface ObjectTable<T extends KubernetesObject> {
  beginList: () => void;
  addPage: (items: readonly T[]) => void;
  endList: (resourceVersion: string) => void;
  applyEvent: (event: WatchEvent) => EventOutcome;
  items: () => T[];
  size: () => number;
  /** From where to watch; undefined before a list is complete. */
  resourceVersion: () => string | undefined;
}

const keyOf = ({ metadata }: KubernetesObject): string => `${metadata.namespace ?? ''}/${metadata.name}`;

/**
 * Whether an event at version `a` is already contained in what is known at version `b`. Versions are numbers that
 * rise over all objects of a resource; anything else is taken as new.
 */
const isCovered = (a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) {
    return false;
  }
  const [first, second] = [Number(a), Number(b)];
  return Number.isSafeInteger(first) && Number.isSafeInteger(second) && first <= second;
};

/** @param keep reduces the object of an event to what is stored; pages come reduced */
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
      // The first list is shown as it grows.
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
        return type === 'BOOKMARK' ? 'bookmark' : 'ignored';
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
