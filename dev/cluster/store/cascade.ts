import type { StoredObject } from '../contract';
import type { MemoryStore } from './memoryStore';
import type { ObjectPlace } from './ownerIndex';

/** Whether an object of this kind and uid exists. Slow; called only for objects with several owners. */
const exists = (store: MemoryStore, kind: string, uid: string): boolean =>
  store
    .types()
    .some(
      (type) => type.kind === kind && store.list(type.plural).some(({ metadata }) => metadata.uid === uid),
    );

/**
 * Deletes the dependents of a removed object, unless they have another owner or should be orphaned; then removes only their
 * reference to it.
 */
export const releaseDependents = (
  store: MemoryStore,
  owner: StoredObject,
  dependents: readonly ObjectPlace[],
  orphan: boolean,
): void => {
  for (const { plural, key } of dependents) {
    const dependent = store.collection(plural).get(key);
    // It may have been removed together with another dependent.
    if (dependent === undefined) {
      continue;
    }
    const { namespace, name, ownerReferences = [] } = dependent.metadata;
    const others = ownerReferences.filter(({ uid }) => uid !== owner.metadata.uid);
    if (orphan || others.some(({ kind, uid }) => exists(store, kind, uid))) {
      store.modify(plural, namespace, name, (draft) => {
        draft.metadata.ownerReferences = others;
      });
    } else {
      store.delete(plural, namespace, name);
    }
  }
};

/** Removes everything in a namespace. */
export const emptyNamespace = (store: MemoryStore, namespace: string): void => {
  for (const { plural } of store.types().filter(({ namespaced }) => namespaced)) {
    for (const { metadata } of store.list(plural, namespace)) {
      if (store.get(plural, namespace, metadata.name) !== undefined) {
        store.delete(plural, namespace, metadata.name);
      }
    }
  }
};
