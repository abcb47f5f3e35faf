import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import {
  changeIfPresent,
  INSTANCES,
  MACHINES,
  readInstance,
  readMachine,
  type Behaviour,
} from '../behaviour';
import { conditionOf } from '../conditions';
import { pinRevisions } from '../instancetype/pinRevisions';
import { addFinalizer, removeFinalizers, VM_FINALIZER } from './finalizers';
import { isFinal } from './instanceController';
import { createInstance, deleteInstance } from './machineInstances';
import { isOutdated, observedGeneration, observeGeneration } from './machineGeneration';
import { machineConditions, printableStatus } from './machineStatus';
import { observeVersion } from './observedVersion';
import { runStrategyOf, startFailureOf, stateChangeRequests } from './runStrategy';
import { WorkQueue } from './workQueue';

/** Starts and stops the instances of VMs according to their run strategies and users' requests. */
export class MachineController {
  private readonly queue: WorkQueue<VirtualMachine>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, MACHINES, 0, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [MACHINES, INSTANCES].map((plural) =>
      store.subscribe(plural, ({ object }) => {
        this.queue.add(object);
      }),
    );
  }

  private reconcile(vm: VirtualMachine): void {
    const { store } = this.behaviour;
    const { namespace = 'default', name } = vm.metadata;
    const found = readInstance(store, namespace, name);
    const vmi =
      found?.metadata.ownerReferences?.some(({ uid }) => uid === vm.metadata.uid) === true
        ? found
        : undefined;
    if (vm.metadata.deletionTimestamp !== undefined) {
      if (vmi === undefined) {
        changeIfPresent(store, MACHINES, vm, (draft) => {
          removeFinalizers(draft, VM_FINALIZER);
        });
        return;
      }
      deleteInstance(this.behaviour, vm, vmi);
    } else {
      pinRevisions(store, vm);
      this.follow(readMachine(store, namespace, name) ?? vm, vmi);
    }
    this.writeStatus(namespace, name);
  }

  private follow(vm: VirtualMachine, vmi: VirtualMachineInstance | undefined): void {
    const [request] = stateChangeRequests(vm);
    if (request?.action === 'Stop') {
      if (vmi !== undefined && vmi.metadata.uid === request.uid) {
        deleteInstance(this.behaviour, vm, vmi);
      } else {
        this.dropRequest(vm);
      }
      return;
    }
    if (request?.action === 'Start') {
      if (vmi === undefined) {
        this.create(vm);
      }
      this.dropRequest(vm);
      return;
    }
    switch (runStrategyOf(vm)) {
      case 'Always':
        if (vmi === undefined) {
          this.createWhenDue(vm);
        } else if (isFinal(vmi)) {
          this.restart(vm, vmi);
        }
        return;
      case 'RerunOnFailure':
        if (vmi === undefined) {
          this.createWhenDue(vm);
        } else if (vmi.status?.phase === 'Failed') {
          this.restart(vm, vmi);
        }
        return;
      case 'Once':
        if (vmi === undefined && vm.status?.created === undefined) {
          this.create(vm);
        }
        return;
      case 'Halted':
        if (vmi !== undefined) {
          deleteInstance(this.behaviour, vm, vmi);
        }
        return;
      case 'Manual':
      case 'WaitAsReceiver':
    }
  }

  /** Replaces a crashed instance after a delay that grows with every crash. */
  private restart(vm: VirtualMachine, vmi: VirtualMachineInstance): void {
    if (vmi.status?.phase === 'Failed' && startFailureOf(vm)?.lastFailedVMIUID !== vmi.metadata.uid) {
      const count = (startFailureOf(vm)?.consecutiveFailCount ?? 0) + 1;
      const { crashBackoff } = this.behaviour.timing;
      const wait = Math.min(crashBackoff * 2 ** (count - 1), crashBackoff * 30);
      changeIfPresent(this.behaviour.store, MACHINES, vm, (draft) => {
        draft.status ??= {};
        draft.status.startFailure = {
          consecutiveFailCount: count,
          lastFailedVMIUID: vmi.metadata.uid ?? '',
          retryAfterTimestamp: new Date(Date.now() + wait).toISOString(),
        };
      });
    }
    deleteInstance(this.behaviour, vm, vmi);
  }

  private createWhenDue(vm: VirtualMachine): void {
    const after = startFailureOf(vm)?.retryAfterTimestamp;
    const wait = after === undefined ? 0 : Date.parse(after) - Date.now();
    if (wait > 0) {
      this.queue.add(vm, wait + 1);
    } else {
      this.create(vm);
    }
  }

  private create(vm: VirtualMachine): void {
    if (!createInstance(this.behaviour, vm)) {
      this.queue.add(vm, this.behaviour.timing.syncRetry);
    }
  }

  private dropRequest(vm: VirtualMachine): void {
    changeIfPresent(this.behaviour.store, MACHINES, vm, (draft) => {
      const rest = stateChangeRequests(draft).slice(1);
      draft.status ??= {};
      if (rest.length > 0) {
        draft.status.stateChangeRequests = rest;
      } else {
        delete draft.status.stateChangeRequests;
      }
    });
  }

  private writeStatus(namespace: string, name: string): void {
    const { store } = this.behaviour;
    const vm = readMachine(store, namespace, name);
    if (vm === undefined) {
      return;
    }
    observeGeneration(store, vm, readInstance(store, namespace, name));
    const vmi = readInstance(store, namespace, name);
    changeIfPresent(store, MACHINES, vm, (draft) => {
      addFinalizer(draft, VM_FINALIZER);
      observeVersion(draft);
      const status = draft.status ?? {};
      if (vmi?.status?.phase === 'Running') {
        delete status.startFailure;
      }
      draft.status = status;
      status.created = vmi !== undefined;
      if (conditionOf(vmi?.status?.conditions, 'Ready')?.status === 'True') {
        status.ready = true;
      } else {
        delete status.ready;
      }
      status.runStrategy = runStrategyOf(draft);
      status.conditions = machineConditions(draft, vmi, isOutdated(store, draft, vmi));
      status.printableStatus = printableStatus(draft, vmi);
      status.observedGeneration = observedGeneration(vmi) ?? draft.metadata.generation ?? 1;
      status.desiredGeneration = draft.metadata.generation ?? 1;
    });
  }
}
