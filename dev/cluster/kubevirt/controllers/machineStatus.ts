import type {
  Condition,
  VirtualMachine,
  VirtualMachineInstance,
} from '../../../../src/sidecars/objects/resources';
import { conditionOf, isPaused, now, withCondition, withoutCondition } from '../conditions';
import { isFinal } from './instanceController';
import { runStrategyOf, startFailureOf } from './runStrategy';

/** The word that `kubectl get vm` shows, decided in virt-controller's order. */
export const printableStatus = (vm: VirtualMachine, vmi: VirtualMachineInstance | undefined): string => {
  if (vm.metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  const phase = vmi?.status?.phase;
  const goingDown = vmi?.metadata.deletionTimestamp !== undefined;
  if (vmi !== undefined && goingDown && phase !== 'Failed') {
    return 'Stopping';
  }
  if (phase === 'Unknown') {
    return 'Unknown';
  }
  const scheduled = conditionOf(vmi?.status?.conditions, 'PodScheduled');
  const synchronized = conditionOf(vmi?.status?.conditions, 'Synchronized');
  if (vmi !== undefined && !isFinal(vmi) && phase !== 'Running') {
    if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
      return 'ErrorUnschedulable';
    }
    if (synchronized?.reason === 'ErrImagePull' || synchronized?.reason === 'ImagePullBackOff') {
      return synchronized.reason;
    }
    return 'Starting';
  }
  if (phase === 'Running') {
    const state = vmi?.status?.migrationState;
    if (state?.startTimestamp !== undefined && state.completed !== true) {
      return 'Migrating';
    }
    return isPaused(vmi) ? 'Paused' : 'Running';
  }
  if (startFailureOf(vm) !== undefined && runStrategyOf(vm) !== 'Halted') {
    return 'CrashLoopBackOff';
  }
  return vmi !== undefined && !isFinal(vmi) ? 'Starting' : 'Stopped';
};

const COPIED = [
  'LiveMigratable',
  'StorageLiveMigratable',
  'Synchronized',
  'PodScheduled',
  'AgentConnected',
  'Paused',
];

const RESTART_REQUIRED: Condition = {
  type: 'RestartRequired',
  status: 'True',
  message: 'a non-live-updatable field was changed in the template spec',
};

/** A VM's conditions: its own, and those it takes over from its instance, which stay when the instance is gone. */
export const machineConditions = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
  isOutdated: boolean,
): Condition[] => {
  const own = (vm.status?.conditions ?? []).filter(({ type }) => vmi === undefined || !COPIED.includes(type));
  const fromInstance = (vmi?.status?.conditions ?? []).filter(({ type }) => COPIED.includes(type));
  const ready = conditionOf(vmi?.status?.conditions, 'Ready');
  const conditions = withCondition(
    [...own, ...fromInstance],
    ready ?? {
      type: 'Ready',
      status: 'False',
      reason: 'VMINotExists',
      message: 'VMI does not exist',
      lastProbeTime: now(),
    },
  );
  return isOutdated
    ? withCondition(conditions, RESTART_REQUIRED)
    : withoutCondition(conditions, RESTART_REQUIRED.type);
};
