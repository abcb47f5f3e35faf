import type { Condition, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { withInstanceDefaults } from '../admission/instanceDefaults';
import { refuseDisabledGate } from '../admission/machineGuard';
import { errorMessage, isApiError } from '../apiError';
import { asStored, changeIfPresent, deleteIfPresent, INSTANCES, type Behaviour } from '../behaviour';
import { conditionOf, isReady, withCondition } from '../conditions';
import type { StoredObject } from '../../contract';
import { generatedSuffix } from '../generatedName';
import { selects, selectorText } from '../labelSelector';
import { ownerReference } from '../ownerReference';
import { at, record, string } from '../untyped';
import { isFinal } from './instanceController';
import { REPLICA_SETS, wantedReplicas } from './replicaSet';
import { WorkQueue } from './workQueue';

const COMPONENT = 'virtualmachinereplicaset-controller';

interface ReplicaSet extends StoredObject {
  status?: { conditions?: Condition[]; [field: string]: unknown };
}

const controllerOf = (vmi: VirtualMachineInstance): string | undefined =>
  vmi.metadata.ownerReferences?.find(({ controller }) => controller === true)?.uid;

/** Keeps as many instances of each VirtualMachineInstanceReplicaSet as it asks for. */
export class ReplicaSetController {
  private readonly queue: WorkQueue<StoredObject>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, REPLICA_SETS, 0, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [
      store.subscribe(REPLICA_SETS, ({ object }) => {
        this.queue.add(object);
      }),
      store.subscribe(INSTANCES, ({ object }) => {
        for (const replicaSet of store.list(REPLICA_SETS, object.metadata.namespace)) {
          this.queue.add(replicaSet);
        }
      }),
    ];
  }

  private reconcile(replicaSet: StoredObject): void {
    if (replicaSet.metadata.deletionTimestamp !== undefined) {
      return;
    }
    const { store } = this.behaviour;
    const paused = at(replicaSet, 'spec', 'paused') === true;
    const own = this.claim(replicaSet).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    const active = own.filter((vmi) => !isFinal(vmi));
    let failure: string | undefined;
    if (!paused) {
      for (const vmi of own.filter(isFinal)) {
        deleteIfPresent(store, INSTANCES, vmi);
      }
      for (const vmi of active.slice(wantedReplicas(replicaSet))) {
        this.delete(replicaSet, vmi);
      }
      failure = this.createMissing(replicaSet, wantedReplicas(replicaSet) - active.length);
    }
    this.writeStatus(replicaSet, active, paused, failure);
    if (failure !== undefined) {
      this.queue.add(replicaSet, this.behaviour.timing.syncRetry);
    }
  }

  /** The instances of a replica set, those that nobody controls and its selector takes included. */
  private claim(replicaSet: StoredObject): VirtualMachineInstance[] {
    const { store } = this.behaviour;
    const { uid, namespace } = replicaSet.metadata;
    const all = store.list(INSTANCES, namespace) as unknown as VirtualMachineInstance[];
    const fits = all.filter(({ metadata }) =>
      selects(at(replicaSet, 'spec', 'selector'), metadata.labels ?? {}),
    );
    for (const vmi of fits.filter((candidate) => controllerOf(candidate) === undefined)) {
      changeIfPresent(store, INSTANCES, vmi, (draft) => {
        draft.metadata.ownerReferences = [
          ...(draft.metadata.ownerReferences ?? []),
          ownerReference(replicaSet),
        ];
      });
    }
    return fits.filter((vmi) => (controllerOf(vmi) ?? uid) === uid);
  }

  private delete(replicaSet: StoredObject, vmi: VirtualMachineInstance): void {
    const text = `Stopped the virtual machine by deleting the virtual machine instance ${vmi.metadata.uid ?? ''}`;
    this.behaviour.events.record(replicaSet, 'Normal', 'SuccessfulDelete', text, COMPONENT);
    deleteIfPresent(this.behaviour.store, INSTANCES, vmi);
  }

  /** Answers why an instance could not be created. */
  private createMissing(replicaSet: StoredObject, count: number): string | undefined {
    const { store, events } = this.behaviour;
    for (let made = 0; made < count; made += 1) {
      const instance = withInstanceDefaults(store, newInstance(replicaSet));
      try {
        refuseDisabledGate(store, instance, 'metadata', 'virtualmachineinstances-create-validator');
        store.create(INSTANCES, instance);
      } catch (error) {
        if (!isApiError(error)) {
          throw error;
        }
        const message = errorMessage(error);
        const text = `Error creating virtual machine instance: ${message}`;
        events.record(replicaSet, 'Warning', 'FailedCreate', text, COMPONENT);
        return message;
      }
      const text = `Started the virtual machine by creating the new virtual machine instance ${instance.metadata.name}`;
      events.record(replicaSet, 'Normal', 'SuccessfulCreate', text, COMPONENT);
    }
    return undefined;
  }

  private writeStatus(
    replicaSet: StoredObject,
    active: readonly VirtualMachineInstance[],
    paused: boolean,
    failure: string | undefined,
  ): void {
    const ready = active.filter(isReady).length;
    const current: Condition[] = [
      ...(paused
        ? [{ type: 'ReplicaPaused', status: 'True', reason: 'Paused', message: 'Controller got paused' }]
        : []),
      ...(failure === undefined
        ? []
        : [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: failure }]),
    ];
    changeIfPresent<ReplicaSet>(this.behaviour.store, REPLICA_SETS, replicaSet, (draft) => {
      const conditions = current.flatMap((condition) => {
        const previous = conditionOf(draft.status?.conditions, condition.type);
        return withCondition(previous && [previous], condition);
      });
      draft.status = {
        labelSelector: selectorText(at(draft, 'spec', 'selector')),
        ...(active.length === 0 ? {} : { replicas: active.length }),
        ...(ready === 0 ? {} : { readyReplicas: ready }),
        ...(conditions.length === 0 ? {} : { conditions }),
      };
    });
  }
}

/** One more instance as the template has it, named after the template or else the replica set. */
const newInstance = (replicaSet: StoredObject): StoredObject => {
  const template = structuredClone(record(at(replicaSet, 'spec', 'template')));
  const given = record(template.metadata);
  const { name, namespace = 'default' } = replicaSet.metadata;
  const generateName = string(given.generateName) ?? string(given.name) ?? name;
  return asStored({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      generateName,
      name: `${generateName}${generatedSuffix()}`,
      namespace,
      labels: record(given.labels),
      annotations: record(given.annotations),
      ownerReferences: [ownerReference(replicaSet)],
    },
    spec: record(template.spec),
  });
};
