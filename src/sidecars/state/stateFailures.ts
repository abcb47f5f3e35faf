import { COMPUTE_CONTAINER } from '../annotation/constants';
import { isNormalWait } from '../objects/podTrouble';
import type { ContainerStatus, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { isUnsynchronized } from '../objects/vm';
import { sidecarNumber } from '../annotation/sidecarContainer';
import { lastWords } from '../logs/logTail';
import type { StateReason } from './stateModel';

/** Statuses of a VM that fails to start or to start again. */
const FAILED_STATUSES: readonly string[] = [
  'CrashLoopBackOff',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
];

const reason = (code: StateReason['code'], params: StateReason['params'], quote?: string): StateReason => ({
  code,
  params,
  ...(quote === undefined || quote === '' ? {} : { quote }),
});

const vmFailures = (vm: VirtualMachine): StateReason[] => {
  const status = vm.status?.printableStatus ?? '';
  const failure = vm.status?.conditions?.find(({ type, status: is }) => type === 'Failure' && is === 'True');
  return [
    ...(failure === undefined
      ? []
      : [reason('vmFailure', { reason: failure.reason ?? '' }, failure.message)]),
    ...(FAILED_STATUSES.includes(status) ? [reason('vmStatus', { status })] : []),
  ];
};

const instanceFailures = ({ status }: VirtualMachineInstance): StateReason[] => {
  const unsynchronized = status?.conditions?.find(isUnsynchronized);
  return [
    ...(unsynchronized === undefined
      ? []
      : [reason('notSynchronized', { reason: unsynchronized.reason ?? '' }, unsynchronized.message)]),
    ...(status?.phase === 'Failed' ? [reason('instanceFailed', { reason: status.reason ?? '' })] : []),
  ];
};

const containerFailures = ({ name, state }: ContainerStatus): StateReason[] => {
  const index = sidecarNumber(name);
  if (index === undefined && name !== COMPUTE_CONTAINER) {
    return [];
  }
  const where = { container: name, ...(index === undefined ? {} : { index }) };
  const { waiting, terminated } = state ?? {};
  const wait = waiting?.reason ?? '';
  return [
    ...(wait === '' || isNormalWait(wait)
      ? []
      : [reason('containerWaiting', { ...where, reason: wait }, waiting?.message)]),
    ...(terminated === undefined || terminated.exitCode === 0
      ? []
      : [
          reason(
            'containerTerminated',
            { ...where, exitCode: terminated.exitCode, reason: terminated.reason ?? '' },
            lastWords(terminated.message ?? ''),
          ),
        ]),
  ];
};

const podFailures = ({ status }: Pod): StateReason[] => {
  const unscheduled = status?.conditions?.find(
    ({ type, status: is }) => type === 'PodScheduled' && is === 'False',
  );
  return [
    ...(unscheduled === undefined
      ? []
      : [reason('podNotScheduled', { reason: unscheduled.reason ?? '' }, unscheduled.message)]),
    ...(status?.containerStatuses ?? []).flatMap(containerFailures),
    ...(status?.phase === 'Failed'
      ? [reason('podFailed', { reason: status.reason ?? '' }, status.message)]
      : []),
  ];
};

/**
 * The cluster's messages about a failing start, the most helpful first. Without the VMI's Ready condition, which is
 * False during every start.
 */
export const clusterFailures = (
  vm: VirtualMachine,
  vmi: VirtualMachineInstance | undefined,
  pod: Pod | undefined,
): StateReason[] => [
  ...(vmi ? instanceFailures(vmi) : []),
  ...(pod ? podFailures(pod) : []),
  ...vmFailures(vm),
];
