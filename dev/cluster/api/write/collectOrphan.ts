import type { ResourceType, Store, StoredObject } from '../../contract';

/** Deletes an object soon, as the garbage collector does, if it was created for owners of which none exists. */
export const collectOrphan = (store: Store, { plural }: ResourceType, object: StoredObject): void => {
  const { namespace, name, uid, ownerReferences = [] } = object.metadata;
  const hasOwner = ownerReferences.some((owner) =>
    store
      .types()
      .filter(({ kind }) => kind === owner.kind)
      .some(
        (type) =>
          store.get(type.plural, type.namespaced ? namespace : undefined, owner.name)?.metadata.uid ===
          owner.uid,
      ),
  );
  if (ownerReferences.length > 0 && !hasOwner) {
    setImmediate(() => {
      if (store.get(plural, namespace, name)?.metadata.uid === uid) {
        store.delete(plural, namespace, name);
      }
    });
  }
};
