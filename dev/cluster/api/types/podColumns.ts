import type { ContainerStatus, Pod } from '../../../../src/sidecars/objects/resources';
import type { PrinterColumn, StoredObject } from '../../contract';
import { ageOf } from '../age';

/** Pods in the store have the shape of pods: `podChecks` sees to what is read here. */
const asPod = (object: StoredObject): Pod => object as unknown as Pod;

const stateReason = ({ state }: ContainerStatus): string | undefined => {
  if (state?.waiting !== undefined) {
    return state.waiting.reason ?? '';
  }
  const { terminated } = state ?? {};
  return terminated === undefined ? undefined : (terminated.reason ?? `ExitCode:${terminated.exitCode}`);
};

/** STATUS of `kubectl get pods`: the phase, or what holds its containers up. */
const podStatus = ({ metadata, spec, status }: Pod): string => {
  if (metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  const initStatuses = status?.initContainerStatuses ?? [];
  const pending = initStatuses.findIndex(({ state }) => state?.terminated?.exitCode !== 0);
  const running = status?.containerStatuses?.some(({ state }) => state?.running !== undefined) === true;
  const init = initStatuses[pending];
  if (init?.state !== undefined && !running) {
    const reason = stateReason(init);
    return reason === undefined || reason === 'PodInitializing' || reason === ''
      ? `Init:${pending}/${spec.initContainers?.length ?? 0}`
      : `Init:${reason}`;
  }
  const reasons = (status?.containerStatuses ?? []).map(stateReason).filter((reason) => reason !== undefined);
  const reason = reasons[0] ?? status?.reason ?? status?.phase ?? 'Unknown';
  const ready = status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True');
  if (reason === 'Completed' && running) {
    return ready === true ? 'Running' : 'NotReady';
  }
  return reason;
};

const readyCount = ({ spec, status }: Pod): string => {
  const ready = status?.containerStatuses?.filter((container) => container.ready).length ?? 0;
  return `${ready}/${spec.containers.length}`;
};

const restarts = ({ status }: Pod): string => {
  const statuses = status?.containerStatuses ?? [];
  const count = statuses.reduce((sum, { restartCount }) => sum + restartCount, 0);
  const last = statuses
    .map(({ lastState }) => lastState?.terminated?.finishedAt)
    .filter((time) => time !== undefined)
    .sort()
    .at(-1);
  return count > 0 && last !== undefined ? `${count} (${ageOf(last)} ago)` : String(count);
};

const ofPod = (name: string, value: (pod: Pod) => string, priority = 0): PrinterColumn => ({
  name,
  type: 'string',
  priority,
  value: (object) => value(asPod(object)),
});

export const POD_COLUMNS: PrinterColumn[] = [
  ofPod('Ready', readyCount),
  ofPod('Status', podStatus),
  ofPod('Restarts', restarts),
  { name: 'Age', type: 'date', value: ({ metadata }) => metadata.creationTimestamp ?? null },
  ofPod('IP', ({ status }) => status?.podIP ?? '<none>', 1),
  ofPod('Node', ({ spec }) => spec.nodeName ?? '<none>', 1),
  ofPod('Nominated Node', () => '<none>', 1),
  ofPod('Readiness Gates', () => '<none>', 1),
];
