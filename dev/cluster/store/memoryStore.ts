import { randomUUID } from 'node:crypto';
import type { ResourceType, Store, StoreEvent, StoredObject } from '../contract';
import { alreadyExists, conflict, notFound } from './apiError';
import { emptyNamespace, releaseDependents } from './cascade';
import { ChangeFeed } from './changeFeed';
import { Collection, HISTORY_LENGTH } from './collection';
import type { RecordedEvent } from './collection';
import { checkCreated, checkUpdated } from './objectChecks';
import { copyJson, deepFreeze, sameJson } from './jsonValue';
import { keyOf, metaOf, objectKey, timestamp } from './metadata';
import { OwnerIndex } from './ownerIndex';
import { ResourceVersions } from './resourceVersions';

export interface WriteOptions {
  /** Checks and returns like a real write, but stores nothing. */
  dryRun?: boolean;
}

export interface DeleteOptions extends WriteOptions {
  /** Dependents stay and lose their reference to the object. */
  orphanDependents?: boolean;
}

/** The parts that change the generation: everything except metadata and, with a status endpoint, status. */
const specChanged = (type: ResourceType, before: StoredObject, after: StoredObject): boolean => {
  const ignored = new Set(['metadata', 'apiVersion']);
  if (type.subresources?.some(({ name }) => name === 'status') === true) {
    ignored.add('status');
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].some((key) => !ignored.has(key) && !sameJson(before[key], after[key]));
};

/** The objects of the cluster. All returned objects are deep-frozen; every write is atomic. */
export class MemoryStore implements Store {
  private readonly collections = new Map<string, Collection>();
  private readonly feed = new ChangeFeed();
  private readonly owners = new OwnerIndex();
  private readonly versions = new ResourceVersions();

  /** `historyLength`: the minimum number of stored changes of one resource for watches. */
  constructor(private readonly historyLength = HISTORY_LENGTH) {}

  registerTypes(types: readonly ResourceType[]): void {
    for (const type of types) {
      if (this.collections.has(type.plural)) {
        throw new Error(`A resource type named ${type.plural} is registered already`);
      }
      this.collections.set(type.plural, new Collection(type, this.versions.current(), this.historyLength));
    }
  }

  types(): readonly ResourceType[] {
    return [...this.collections.values()].map(({ type }) => type);
  }

  findType(group: string, version: string, plural: string): ResourceType | undefined {
    const type = this.collections.get(plural)?.type;
    const served = type?.version === version || type?.alsoServedAs?.includes(version) === true;
    return type?.group === group && served ? type : undefined;
  }

  resourceVersion(): number {
    return this.versions.current();
  }

  /** Throws a plain Error for an unregistered resource, because that is a mistake in the code. */
  collection(plural: string): Collection {
    const collection = this.collections.get(plural);
    if (collection === undefined) {
      throw new Error(`No resource type named ${plural} is registered`);
    }
    return collection;
  }

  get(plural: string, namespace: string | undefined, name: string): StoredObject | undefined {
    return this.collection(plural).get(objectKey(namespace, name));
  }

  list(plural: string, namespace?: string): StoredObject[] {
    return [...this.collection(plural).objects(namespace)];
  }

  create(plural: string, object: StoredObject, { dryRun = false }: WriteOptions = {}): StoredObject {
    const collection = this.collection(plural);
    const draft = copyJson(object);
    const meta = metaOf(draft);
    meta.uid ??= randomUUID();
    meta.creationTimestamp ??= timestamp();
    delete meta.resourceVersion;
    if (collection.type.custom) {
      meta.generation = 1;
    }
    checkCreated(collection.type, draft);
    const key = keyOf(draft);
    if (collection.get(key) !== undefined) {
      throw alreadyExists(collection.type, meta.name);
    }
    return dryRun ? deepFreeze(draft) : this.put(collection, 'ADDED', draft);
  }

  update(plural: string, object: StoredObject, { dryRun = false }: WriteOptions = {}): StoredObject {
    const collection = this.collection(plural);
    const { type } = collection;
    const old = collection.get(keyOf(object));
    if (old === undefined) {
      throw notFound(type, object.metadata.name);
    }
    const draft = copyJson(object);
    const meta = metaOf(draft);
    if (meta.resourceVersion !== undefined && meta.resourceVersion !== old.metadata.resourceVersion) {
      throw conflict(type, meta.name);
    }
    const oldMeta = metaOf(old);
    meta.resourceVersion = oldMeta.resourceVersion;
    meta.uid ??= oldMeta.uid;
    meta.creationTimestamp = oldMeta.creationTimestamp;
    if (oldMeta.generation !== undefined) {
      meta.generation = oldMeta.generation + (type.custom && specChanged(type, old, draft) ? 1 : 0);
    }
    if (sameJson(old, draft)) {
      return old;
    }
    checkUpdated(type, old, draft);
    if (dryRun) {
      return deepFreeze(draft);
    }
    if (meta.deletionTimestamp !== undefined && oldMeta.finalizers?.length && !meta.finalizers?.length) {
      return this.remove(collection, draft, {});
    }
    return this.put(collection, 'MODIFIED', draft, old);
  }

  modify(
    plural: string,
    namespace: string | undefined,
    name: string,
    change: (draft: StoredObject) => void,
  ): StoredObject {
    const old = this.get(plural, namespace, name);
    if (old === undefined) {
      throw notFound(this.collection(plural).type, name);
    }
    const draft = copyJson(old);
    change(draft);
    return this.update(plural, draft);
  }

  /** Removes the object and its dependents; one with finalizers is only marked, and removed when they are gone. */
  delete(
    plural: string,
    namespace: string | undefined,
    name: string,
    options: DeleteOptions = {},
  ): StoredObject {
    const collection = this.collection(plural);
    const old = this.get(plural, namespace, name);
    if (old === undefined) {
      throw notFound(collection.type, name);
    }
    if (options.dryRun === true) {
      return old;
    }
    const meta = metaOf(old);
    if (meta.finalizers?.length) {
      if (meta.deletionTimestamp !== undefined) {
        return old;
      }
      const marked = { ...meta, deletionTimestamp: timestamp(), deletionGracePeriodSeconds: 0 };
      const object = this.put(collection, 'MODIFIED', { ...old, metadata: marked }, old);
      if (options.orphanDependents === true) {
        releaseDependents(this, object, this.owners.dependentsOf(meta.uid ?? ''), true);
      }
      return object;
    }
    return this.remove(collection, copyJson(old), options);
  }

  subscribe(plural: string, listener: (event: StoreEvent) => void): () => void {
    return this.subscribeRecorded(plural, listener);
  }

  /** As subscribe, with the resourceVersion that each change got. */
  subscribeRecorded(plural: string, listener: (event: RecordedEvent) => void): () => void {
    this.collection(plural);
    return this.feed.subscribe(plural, listener);
  }

  private put(
    collection: Collection,
    type: 'ADDED' | 'MODIFIED',
    draft: StoredObject,
    old?: StoredObject,
  ): StoredObject {
    const { plural } = collection.type;
    const resourceVersion = this.versions.next();
    const object = deepFreeze({
      ...draft,
      metadata: { ...draft.metadata, resourceVersion: String(resourceVersion) },
    });
    if (old !== undefined) {
      this.owners.remove(plural, old);
    }
    this.owners.add(plural, object);
    collection.set(keyOf(object), object);
    this.announce(collection, {
      type,
      object,
      ...(old === undefined ? {} : { oldObject: old }),
      resourceVersion,
    });
    return object;
  }

  private remove(
    collection: Collection,
    last: StoredObject,
    { orphanDependents = false }: DeleteOptions,
  ): StoredObject {
    const { plural } = collection.type;
    const key = keyOf(last);
    const old = collection.get(key);
    const resourceVersion = this.versions.next();
    const object = deepFreeze({
      ...last,
      metadata: { ...last.metadata, resourceVersion: String(resourceVersion) },
    });
    if (old !== undefined) {
      this.owners.remove(plural, old);
    }
    collection.remove(key);
    this.announce(collection, { type: 'DELETED', object, oldObject: old ?? object, resourceVersion });
    const dependents = this.owners.dependentsOf(object.metadata.uid ?? '');
    releaseDependents(this, object, dependents, orphanDependents);
    if (plural === 'namespaces') {
      emptyNamespace(this, object.metadata.name);
    }
    return object;
  }

  private announce(collection: Collection, event: RecordedEvent): void {
    collection.record(event);
    this.feed.publish(collection.type.plural, event);
  }
}
