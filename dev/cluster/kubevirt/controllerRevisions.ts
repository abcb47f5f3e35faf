import type { ObjectMeta } from '../../../src/sidecars/objects/resources';
import type { Store } from '../contract';
import { ownerReference } from './ownerReference';

export const CONTROLLER_REVISIONS = 'controllerrevisions';

/** Stores data under a name, in the namespace of its owner, unless there is a revision of that name. */
export const storeRevision = (
  store: Store,
  owner: { apiVersion: string; kind: string; metadata: ObjectMeta },
  name: string,
  data: unknown,
  revision: number,
): void => {
  const { namespace = 'default' } = owner.metadata;
  if (store.get(CONTROLLER_REVISIONS, namespace, name) === undefined) {
    store.create(CONTROLLER_REVISIONS, {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: { name, namespace, ownerReferences: [ownerReference(owner)] },
      data: structuredClone(data),
      revision,
    });
  }
};
