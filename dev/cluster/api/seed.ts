import type { StoredObject } from '../contract';
import { copyJson } from '../store/jsonValue';
import type { EmbeddedHost } from './embeddedHost';
import { noteManager } from './write/managedFields';

const MANAGER = 'seed';

/**
 * Creates the initial objects of a cluster, with admission. Unlike over HTTP, status, uid and creationTimestamp are
 * kept, so that a scenario can start in any state. Throws an Error with the name of a refused object.
 */
export const seedObjects = (host: EmbeddedHost, objects: readonly StoredObject[]): void => {
  for (const given of objects) {
    const slash = given.apiVersion.indexOf('/');
    const group = slash < 0 ? '' : given.apiVersion.slice(0, slash);
    const version = given.apiVersion.slice(slash + 1);
    const type = host.store.types().findLast((known) => known.group === group && known.kind === given.kind);
    const name = `${given.kind} ${given.metadata.namespace === undefined ? '' : `${given.metadata.namespace}/`}${given.metadata.name}`;
    if (type === undefined || host.store.findType(group, version, type.plural) === undefined) {
      throw new Error(`${name}: no resource of ${given.apiVersion} ${given.kind} is served`);
    }
    const object = copyJson(given);
    object.apiVersion = group === '' ? type.version : `${group}/${type.version}`;
    if (type.namespaced) {
      object.metadata.namespace ??= 'default';
    }
    const { namespace } = object.metadata;
    try {
      if (namespace !== undefined && host.store.get('namespaces', undefined, namespace) === undefined) {
        throw new Error(`namespaces "${namespace}" not found`);
      }
      if (object.metadata.managedFields === undefined) {
        noteManager(object, MANAGER, 'Update');
      }
      host.createAdmitted(type.plural, object);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }
};
