import type { ResourceType, StoreEvent, StoredObject } from '../contract';
import { objectKey } from './metadata';

/** A change with the resourceVersion that it got. */
export interface RecordedEvent extends StoreEvent {
  resourceVersion: number;
}

/** How many changes of one resource a watch may be behind before it gets 410. */
export const HISTORY_LENGTH = 2000;

/** Approximate memory limit of those changes: some thousand VMs, or some hundred large ConfigMaps. */
const HISTORY_BYTES = 16 * 1024 * 1024;

/** About how many bytes a JSON value takes: what counts is that long texts count. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') {
    return value.length;
  }
  if (typeof value !== 'object' || value === null) {
    return 8;
  }
  return Object.values(value).reduce<number>((sum, part) => sum + 16 + sizeOf(part), 0);
};

/** First index whose key is not smaller than `key`. */
const lowerBound = (keys: readonly string[], key: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
};

/** The objects of one resource type in order of namespace and name, and its latest changes. */
export class Collection {
  private readonly byKey = new Map<string, StoredObject>();
  private sortedKeys: string[] | undefined = [];
  private readonly history: RecordedEvent[] = [];
  private readonly sizes: number[] = [];
  private historyBytes = 0;
  private forgottenUpTo: number;

  constructor(
    readonly type: ResourceType,
    resourceVersion: number,
    private readonly historyLength: number,
  ) {
    this.forgottenUpTo = resourceVersion;
  }

  get(key: string): StoredObject | undefined {
    return this.byKey.get(key);
  }

  set(key: string, object: StoredObject): void {
    if (!this.byKey.has(key)) {
      this.sortedKeys = undefined;
    }
    this.byKey.set(key, object);
  }

  remove(key: string): void {
    if (this.byKey.delete(key)) {
      this.sortedKeys = undefined;
    }
  }

  /** Iterates over objects in order, of one or all namespaces, starting after the key `after`. */
  *objects(namespace?: string, after?: string): Generator<StoredObject, undefined> {
    this.sortedKeys ??= [...this.byKey.keys()].sort();
    const keys = this.sortedKeys;
    const prefix = namespace === undefined ? '' : objectKey(namespace, '');
    const start = after === undefined || after < prefix ? prefix : `${after}\u0000`;
    for (let index = lowerBound(keys, start); index < keys.length; index += 1) {
      const key = keys[index] ?? '';
      if (!key.startsWith(prefix)) {
        return;
      }
      const object = this.byKey.get(key);
      if (object !== undefined) {
        yield object;
      }
    }
  }

  record(event: RecordedEvent): void {
    const size = sizeOf(event.object);
    this.history.push(event);
    this.sizes.push(size);
    this.historyBytes += size;
    // Trimmed by halves, because removing single events from the front of a long array is slow.
    if (this.history.length >= this.historyLength * 2 || this.historyBytes > HISTORY_BYTES) {
      const count = Math.ceil(this.history.length / 2);
      const dropped = this.history.splice(0, count);
      this.historyBytes -= this.sizes.splice(0, count).reduce((sum, one) => sum + one, 0);
      this.forgottenUpTo = dropped.at(-1)?.resourceVersion ?? this.forgottenUpTo;
    }
  }

  /** The oldest resourceVersion from which all later changes are stored. */
  oldestResourceVersion(): number {
    return this.forgottenUpTo;
  }

  /** Changes after `resourceVersion`, or undefined if some of them are no longer stored. */
  changesAfter(resourceVersion: number): RecordedEvent[] | undefined {
    if (resourceVersion < this.forgottenUpTo) {
      return undefined;
    }
    return this.history.filter((event) => event.resourceVersion > resourceVersion);
  }
}
