import { sameSidecar } from './annotation';
import { SIDECAR_CONTAINER_PREFIX } from './constants';
import type { ConfigMap, Pod, VirtualMachineInstance } from './resources';
import { lastDataChange } from './scripts/lastDataChange';
import type { Sidecar } from './sidecar';
import type { StateReason } from './stateModel';

type Sidecars = readonly Sidecar[];

const has = (list: Sidecars, sidecar: Sidecar): boolean => list.some((other) => sameSidecar(sidecar, other));

/** How one entry of the template differs from what the instance was started with; undefined when it does not. */
export const entryDrift = (
  template: Sidecars,
  instance: Sidecars,
  index: number,
): StateReason | undefined => {
  const sidecar = template[index];
  const running = instance[index];
  if (sidecar === undefined || (running !== undefined && sameSidecar(sidecar, running))) {
    return undefined;
  }
  if (has(instance, sidecar)) {
    return { code: 'reordered', params: { index } };
  }
  const isReplaced = running !== undefined && !has(template, running);
  return { code: isReplaced ? 'changed' : 'added', params: { index } };
};

/** The entries of the instance that the template no longer has; `index` is that in the instance. */
export const removedEntries = (template: Sidecars, instance: Sidecars): StateReason[] =>
  instance.flatMap((sidecar, index): StateReason[] =>
    has(template, sidecar) || entryDrift(template, instance, index)?.code === 'changed'
      ? []
      : [{ code: 'removed', params: { index } }],
  );

/** When the sidecar got its script: with its container's start, or as near to it as is known. RFC 3339. */
const startOf = (index: number, vmi: VirtualMachineInstance, pod: Pod | undefined): string | undefined => {
  const container = pod?.status?.containerStatuses?.find(
    ({ name }) => name === `${SIDECAR_CONTAINER_PREFIX}${index}`,
  );
  return (
    container?.state?.running?.startedAt ??
    pod?.status?.startTime ??
    pod?.metadata.creationTimestamp ??
    vmi.metadata.creationTimestamp
  );
};

/**
 * Whether the script changed after the sidecar got it: files mounted by key are not refreshed, and scripts run at
 * start only. Times of Kubernetes have whole seconds: a change in the second of the start is taken for older.
 */
export const scriptDrift = (
  { configMap: source }: Sidecar,
  index: number,
  running: { vmi: VirtualMachineInstance; pod: Pod | undefined },
  configMaps: ReadonlyMap<string, ConfigMap> | undefined,
): StateReason | undefined => {
  const configMap = source && configMaps?.get(source.name);
  const changed = configMap && lastDataChange(configMap);
  const started = startOf(index, running.vmi, running.pod);
  return source === undefined || changed === undefined || started === undefined || changed <= started
    ? undefined
    : { code: 'scriptChangedSinceStart', params: { index, configMap: source.name, changed, started } };
};
