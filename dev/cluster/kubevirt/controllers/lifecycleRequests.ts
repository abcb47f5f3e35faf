import { randomBytes } from 'node:crypto';
import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, Store, SubresourceHandler, SubresourceRequest } from '../../contract';
import { refuseDisabledGate } from '../admission/machineGuard';
import { ApiError, errorMessage, stateConflict } from '../apiError';
import { asStored, MACHINES, readInstance, requireMachine } from '../behaviour';
import { record } from '../untyped';
import { isFinal } from './instanceController';
import { runStrategyOf, stateChangeRequests, type StateChangeRequest } from './runStrategy';

interface Addressed {
  store: Store;
  vm: VirtualMachine;
  vmi: VirtualMachineInstance | undefined;
  body: Record<string, unknown>;
}

const conflict = (vm: VirtualMachine, why: string): ApiError =>
  stateConflict('virtualmachine', vm.metadata.name, why);

const internalError = (why: string): ApiError =>
  new ApiError({ code: 500, reason: 'InternalError', message: `Internal error occurred: ${why}` });

const setRunning = ({ store, vm }: Addressed, running: boolean): void => {
  try {
    // virt-api changes the VM through the API server, where the change meets the same webhook as everybody's.
    refuseDisabledGate(store, asStored(vm), 'spec.template.metadata', 'virtualmachine-validator');
  } catch (error) {
    throw internalError(errorMessage(error));
  }
  store.modify(MACHINES, vm.metadata.namespace, vm.metadata.name, (draft) => {
    const spec = record(draft.spec);
    if (spec.runStrategy === undefined) {
      spec.running = running;
    } else {
      spec.runStrategy = running ? 'Always' : 'Halted';
    }
  });
};

const request = ({ store, vm }: Addressed, ...changes: StateChangeRequest[]): void => {
  const onlyStop = changes.length === 1 && changes[0]?.action === 'Stop';
  if (stateChangeRequests(vm).length > 0 && !onlyStop) {
    throw internalError('unable to complete request: stop/start already underway');
  }
  store.modify(MACHINES, vm.metadata.namespace, vm.metadata.name, (draft) => {
    const status = record(draft.status);
    draft.status = { ...status, stateChangeRequests: changes };
    delete record(draft.status).startFailure;
  });
};

const stopRequest = (vmi: VirtualMachineInstance): StateChangeRequest => ({
  action: 'Stop',
  ...(vmi.metadata.uid === undefined ? {} : { uid: vmi.metadata.uid }),
});

const start = (target: Addressed): void => {
  const { vm, vmi } = target;
  if (vmi !== undefined && !isFinal(vmi) && vmi.status?.phase !== undefined) {
    throw conflict(vm, 'VM is already running');
  }
  const strategy = runStrategyOf(vm);
  switch (strategy) {
    case 'Halted':
      setRunning(target, true);
      return;
    case 'Manual':
    case 'RerunOnFailure':
      if (strategy === 'RerunOnFailure' && vmi?.status?.phase === 'Failed') {
        throw conflict(vm, `${strategy} does not support starting VM from failed state`);
      }
      request(target, ...(vmi === undefined ? [] : [stopRequest(vmi)]), { action: 'Start' });
      return;
    case 'Always':
    case 'Once':
    case 'WaitAsReceiver':
      throw conflict(vm, `${strategy} does not support manual start requests`);
  }
};

const stop = (target: Addressed): void => {
  const { vm, vmi } = target;
  const strategy = runStrategyOf(vm);
  if (strategy === 'Always' || strategy === 'Once') {
    setRunning(target, false);
    return;
  }
  if (vmi === undefined || isFinal(vmi)) {
    throw conflict(vm, 'VM is not running');
  }
  if (strategy === 'Halted' && target.body.gracePeriod === undefined) {
    throw conflict(vm, 'Halted only supports manual stop requests with a shorter graceperiod');
  }
  request(target, stopRequest(vmi));
};

/** Stops a VM as its `stop` subresource does. */
export const stopMachine = (store: Store, vm: VirtualMachine): void => {
  const vmi = readInstance(store, vm.metadata.namespace ?? 'default', vm.metadata.name);
  stop({ store, vm, vmi, body: {} });
};

const restart = (target: Addressed): void => {
  const { vm, vmi, body } = target;
  if (typeof body.gracePeriodSeconds === 'number' && body.gracePeriodSeconds !== 0) {
    const message =
      body.gracePeriodSeconds > 0
        ? 'For force restart, only gracePeriod=0 is supported for now'
        : 'gracePeriod has to be greater or equal to 0';
    throw new ApiError({ code: 400, reason: 'BadRequest', message });
  }
  const strategy = runStrategyOf(vm);
  if (strategy === 'Halted' || strategy === 'Once') {
    // The word is misspelt in KubeVirt.
    throw conflict(vm, `RunStategy ${strategy} does not support manual restart requests`);
  }
  if (vmi === undefined) {
    throw conflict(vm, 'VM is not running: Halted');
  }
  request(target, stopRequest(vmi), { action: 'Start' });
};

const migrate = ({ store, vm, vmi }: Addressed): void => {
  const { namespace, name } = vm.metadata;
  if (vmi === undefined) {
    const message = `virtualmachineinstance.kubevirt.io "${name}" not found`;
    throw new ApiError({ code: 404, reason: 'NotFound', message });
  }
  if (vmi.status?.phase !== 'Running') {
    throw conflict(vm, 'VM is not running');
  }
  store.create('virtualmachineinstancemigrations', {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: {
      name: `kubevirt-migrate-vm-${randomBytes(3).toString('hex')}`,
      ...(namespace === undefined ? {} : { namespace }),
    },
    spec: { vmiName: name },
  });
};

/** Serves `subresources.kubevirt.io/v1 …/virtualmachines/NAME/{start,stop,restart,migrate}`, answering 202. */
export const serveLifecycle = (host: ClusterHost): void => {
  const serve =
    (action: (target: Addressed) => void): SubresourceHandler =>
    ({ namespace = 'default', name, body }: SubresourceRequest) => {
      const vm = requireMachine(host.store, namespace, name);
      action({ store: host.store, vm, vmi: readInstance(host.store, namespace, name), body: record(body) });
      return Promise.resolve({ code: 202 });
    };
  for (const [name, action] of Object.entries({ start, stop, restart, migrate })) {
    host.onSubresource('subresources.kubevirt.io', MACHINES, name, serve(action));
  }
};
