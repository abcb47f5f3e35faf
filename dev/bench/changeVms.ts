import { setTimeout as sleep } from 'node:timers/promises';
import type { Store, StoredObject } from '../cluster/contract';
import type { ChangePlan } from './serverMessages';

const STATUSES = ['Stopped', 'Provisioning', 'Starting', 'Unknown'];

/** Every so many changes a VM is deleted, and its like created a moment later. */
const REPLACE_EVERY = 50;
const STEP_MS = 20;

const withStatus = (vm: StoredObject, printableStatus: string): void => {
  vm.status = { ...(vm.status as object), printableStatus };
};

const fresh = ({ apiVersion, kind, metadata, spec, status }: StoredObject): StoredObject => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace: metadata.namespace ?? '' },
  spec,
  status,
});

/** Creates those that are gone by now, and answers the others. */
const createAgain = (store: Store, deleted: readonly StoredObject[]): StoredObject[] =>
  deleted.filter((vm) => {
    const { namespace, name } = vm.metadata;
    const isThere = store.get('virtualmachines', namespace, name) !== undefined;
    if (!isThere) {
      store.create('virtualmachines', fresh(vm));
    }
    return isThere;
  });

/** Changes, deletes and creates VMs all over the list at an even rate. Answers how many events it caused. */
export const changeVms = async (store: Store, { perSecond, seconds }: ChangePlan): Promise<number> => {
  const places = store
    .list('virtualmachines')
    .map(({ metadata: { namespace, name } }): [string | undefined, string] => [namespace, name]);
  const started = performance.now();
  let deleted: StoredObject[] = [];
  let changes = 0;
  while (performance.now() - started < seconds * 1_000) {
    const due = Math.min(
      perSecond * seconds,
      Math.floor(((performance.now() - started) * perSecond) / 1_000),
    );
    while (changes < due) {
      // A step that shares no factor with the number of VMs comes by all of them.
      const [namespace, name] = places[(changes * 7_919) % places.length] ?? [undefined, ''];
      const vm = store.get('virtualmachines', namespace, name);
      if (vm !== undefined && changes % REPLACE_EVERY === 0) {
        store.delete('virtualmachines', namespace, name);
        deleted.push(vm);
        changes += 1;
      } else if (vm === undefined) {
        // Deleted, and not created again yet.
        changes += 1;
      } else {
        const status = STATUSES[changes % STATUSES.length] ?? '';
        store.modify('virtualmachines', namespace, name, (draft) => {
          withStatus(draft, status);
        });
        changes += 1;
      }
    }
    await sleep(STEP_MS);
    // KubeVirt takes a moment to let a VM go.
    deleted = createAgain(store, deleted);
  }
  while (deleted.length > 0) {
    await sleep(STEP_MS);
    deleted = createAgain(store, deleted);
  }
  return changes;
};
