import { COMPUTE_CONTAINER } from '../annotation/constants';
import { parseSidecars, sidecarsIn } from '../annotation/annotation';
import type { ContainerStatus, Pod } from '../objects/resources';
import type { Sidecar } from '../annotation/sidecar';
import { lastWords } from './logTail';
import { sidecarNumber } from '../annotation/sidecarContainer';

/** A container that runs a hook, with its sidecar's entry. */
export interface HookContainer {
  name: string;
  /** Its entry in the instance's annotation; undefined for sidecars of network bindings. */
  sidecar: Sidecar | undefined;
  status: ContainerStatus | undefined;
}

/**
 * The `hook-sidecar-N` containers of a pod, by number.
 *
 * @param instanceText the annotation with which the instance was started: entry N is container N
 */
export const hookContainers = (pod: Pod, instanceText: string | undefined): HookContainer[] => {
  const sidecars = sidecarsIn(parseSidecars(instanceText));
  return pod.spec.containers
    .flatMap(({ name }) => {
      const number = sidecarNumber(name);
      return number === undefined ? [] : [{ name, number }];
    })
    .sort((one, other) => one.number - other.number)
    .map(({ name, number }) => ({
      name,
      sidecar: sidecars[number],
      status: pod.status?.containerStatuses?.find((status) => status.name === name),
    }));
};

/** The state of a container according to the node. */
export type ContainerCondition =
  | { kind: 'running' }
  | { kind: 'waiting'; reason: string; message: string }
  | { kind: 'terminated'; exitCode: number; reason: string; message: string }
  | { kind: 'unknown' };

export const conditionOf = (status: ContainerStatus | undefined): ContainerCondition => {
  const { running, waiting, terminated } = status?.state ?? {};
  if (terminated !== undefined) {
    const { exitCode, reason = '', message = '' } = terminated;
    return { kind: 'terminated', exitCode, reason, message: lastWords(message) };
  }
  if (waiting !== undefined) {
    return { kind: 'waiting', reason: waiting.reason ?? '', message: waiting.message ?? '' };
  }
  return running === undefined ? { kind: 'unknown' } : { kind: 'running' };
};

const mayTell = (container: string): boolean =>
  container === COMPUTE_CONTAINER || sidecarNumber(container) !== undefined;

/** The containers of a launcher pod whose logs may be about hooks. Waiting containers have no log yet. */
export const hookLogContainers = ({ status }: Pod): string[] =>
  (status?.containerStatuses ?? []).flatMap(({ name, state }) =>
    mayTell(name) && (state?.running !== undefined || state?.terminated !== undefined) ? [name] : [],
  );
