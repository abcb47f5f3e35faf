import type { ObjectMeta } from '../../../src/sidecars/objects/resources';

type OwnerReference = NonNullable<ObjectMeta['ownerReferences']>[0];

/** The reference to the object that controls another one, which is deleted with it. */
export const ownerReference = ({
  apiVersion,
  kind,
  metadata: { name, uid = '' },
}: {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
}): OwnerReference => ({ apiVersion, blockOwnerDeletion: true, controller: true, kind, name, uid });
