import type { StoredObject } from '../contract';
import { keyOf } from './metadata';

/** Where an object is: its resource and its key in there. */
export interface ObjectPlace {
  plural: string;
  key: string;
}

/** Finds, by an owner's uid, the objects that name it in `ownerReferences`. */
export class OwnerIndex {
  private readonly dependents = new Map<string, Map<string, ObjectPlace>>();

  add(plural: string, object: StoredObject): void {
    const key = keyOf(object);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const places = this.dependents.get(uid) ?? new Map<string, ObjectPlace>();
      places.set(`${plural}/${key}`, { plural, key });
      this.dependents.set(uid, places);
    }
  }

  remove(plural: string, object: StoredObject): void {
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const places = this.dependents.get(uid);
      places?.delete(`${plural}/${keyOf(object)}`);
      if (places?.size === 0) {
        this.dependents.delete(uid);
      }
    }
  }

  dependentsOf(uid: string): ObjectPlace[] {
    return [...(this.dependents.get(uid)?.values() ?? [])];
  }
}
