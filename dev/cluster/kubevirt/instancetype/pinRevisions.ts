import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { changeIfPresent, MACHINES } from '../behaviour';
import { storeRevision } from '../controllerRevisions';
import { at } from '../untyped';
import { matched, matcherOf, ROLES } from './matchers';

/**
 * Stores the current versions of a VM's instance type and preference, so that later changes of them do not change the VM.
 * Does nothing for one that does not exist.
 */
export const pinRevisions = (store: Store, vm: VirtualMachine): void => {
  for (const role of ROLES) {
    const matcher = matcherOf(vm, role);
    const field = `${role}Ref`;
    if (matcher === undefined && at(vm.status, field) !== undefined) {
      changeIfPresent(store, MACHINES, vm, (draft) => {
        Reflect.deleteProperty(draft.status ?? {}, field);
      });
    }
    if (
      matcher === undefined ||
      at(vm.spec, role, 'revisionName') !== undefined ||
      at(vm.status, field, 'name') === matcher.name
    ) {
      continue;
    }
    const object = matched(store, matcher, vm.metadata.namespace);
    if (object === undefined) {
      continue;
    }
    const { uid = '', generation = 1 } = object.metadata;
    const version = object.apiVersion.split('/')[1] ?? '';
    const name = `${vm.metadata.name}-${matcher.name}-${version}-${uid}-${generation}`;
    storeRevision(store, vm, name, object, 0);
    changeIfPresent(store, MACHINES, vm, (draft) => {
      const reference = { name: matcher.name, kind: matcher.kind, controllerRevisionRef: { name } };
      draft.status = { ...draft.status, [field]: reference };
    });
  }
};
