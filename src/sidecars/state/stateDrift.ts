import { sameSidecar } from '../annotation/annotation';
import type { ConfigMap, Pod, VirtualMachineInstance } from '../objects/resources';
import { lastDataChange } from '../scripts/lastDataChange';
import type { Sidecar } from '../annotation/sidecar';
import { sidecarContainer } from '../annotation/sidecarContainer';
import type { StateReason } from './stateModel';

type Sidecars = readonly Sidecar[];

/** For each entry of the template, the index of the same entry in the instance; each is used once. */
export const matchEntries = (template: Sidecars, instance: Sidecars): (number | undefined)[] => {
  const free = new Set(instance.keys());
  return template.map((sidecar) => {
    const match = [...free].find((index) => sameSidecar(sidecar, instance[index] ?? { extra: {} }));
    if (match !== undefined) {
      free.delete(match);
    }
    return match;
  });
};

/**
 * How one entry of the template differs from the instance's; undefined if it does not. An entry that only moved up
 * because another was removed is not reordered.
 */
export const entryDrift = (
  matches: readonly (number | undefined)[],
  instance: Sidecars,
  index: number,
): StateReason | undefined => {
  const match = matches[index];
  if (match === undefined) {
    const isReplaced = index < instance.length && !matches.includes(index);
    return { code: isReplaced ? 'changed' : 'added', params: { index } };
  }
  const isBehind = matches.slice(0, index).some((earlier) => earlier !== undefined && earlier > match);
  return isBehind ? { code: 'reordered', params: { index } } : undefined;
};

/** The entries of the instance that the template no longer has; `index` is that in the instance. */
export const removedEntries = (matches: readonly (number | undefined)[], instance: Sidecars): StateReason[] =>
  instance.flatMap((_sidecar, index): StateReason[] => {
    const isReplaced = index < matches.length && matches[index] === undefined;
    return matches.includes(index) || isReplaced ? [] : [{ code: 'removed', params: { index } }];
  });

/** When the sidecar read its script: when its container started, or the closest known time. RFC 3339. */
const startOf = (index: number, vmi: VirtualMachineInstance, pod: Pod | undefined): string | undefined => {
  const container = pod?.status?.containerStatuses?.find(({ name }) => name === sidecarContainer(index));
  return (
    container?.state?.running?.startedAt ??
    pod?.status?.startTime ??
    pod?.metadata.creationTimestamp ??
    vmi.metadata.creationTimestamp
  );
};

/**
 * Whether the script changed after the sidecar read it: files that are mounted by key are not updated, and scripts run
 * only at the start. Kubernetes' times have whole seconds; a change in the second of the start counts as older.
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
