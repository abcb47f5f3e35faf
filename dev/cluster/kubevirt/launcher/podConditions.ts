import type { Condition, Pod } from '../../../../src/sidecars/objects/resources';
import { at, record } from '../untyped';

export const whyNotReady = ({ status }: Pod): { reason: string; message?: string } => {
  if (status?.phase === 'Succeeded' || status?.phase === 'Failed') {
    return { reason: status.phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' };
  }
  const unready = status?.containerStatuses?.filter(({ ready }) => !ready).map(({ name }) => name) ?? [];
  return {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
};

export const PAUSE_GATE = 'kubevirt.io/virtual-machine-unpaused';

/** Why a pod is not ready whose guest is paused. */
export const GATED = {
  reason: 'ReadinessGatesNotReady',
  message: `the status of pod readiness gate "${PAUSE_GATE}" is not "True", but False`,
};

export const pauseGate = (isPaused: boolean): Condition => ({
  type: PAUSE_GATE,
  status: isPaused ? 'False' : 'True',
  reason: isPaused ? 'Paused' : 'NotPaused',
  message: `the virtual machine is ${isPaused ? '' : 'not '}paused`,
});

/** Whether a pod is that of an instance, made by virt-controller. */
export const isLauncher = ({ metadata }: Pod): boolean =>
  metadata.ownerReferences?.some(
    ({ kind, controller }) => kind === 'VirtualMachineInstance' && controller === true,
  ) === true;

/** What the node gives a pod when memory is short. */
export const qosClass = ({ spec }: Pod): string => {
  const resources = [...spec.containers, ...(spec.initContainers ?? [])].map((container) => ({
    requests: record(at(container, 'resources', 'requests')),
    limits: record(at(container, 'resources', 'limits')),
  }));
  if (resources.every(({ requests, limits }) => Object.keys({ ...requests, ...limits }).length === 0)) {
    return 'BestEffort';
  }
  const isGuaranteed = resources.every(({ requests, limits }) =>
    ['cpu', 'memory'].every((name) => limits[name] !== undefined && limits[name] === requests[name]),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
};
