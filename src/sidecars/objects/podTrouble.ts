import { lastWords } from '../logs/logTail';
import type { ContainerStatus, Pod } from './resources';

/** The reasons for which containers wait in every normal start of a pod. */
const NORMAL_WAITS: readonly string[] = ['ContainerCreating', 'PodInitializing'];

export const isNormalWait = (reason: string): boolean => NORMAL_WAITS.includes(reason);

const containerTrouble = ({ name, state }: ContainerStatus): string[] => {
  const { waiting, terminated } = state ?? {};
  const exitCode = waiting === undefined ? terminated?.exitCode : undefined;
  const reason = waiting?.reason ?? terminated?.reason;
  const message = waiting?.message ?? (terminated?.message && lastWords(terminated.message));
  // A container that succeeded or waits normally is not the reason.
  if (exitCode === 0 || isNormalWait(reason ?? '')) {
    return [];
  }
  const said = [reason, message].filter((part) => part !== undefined);
  return said.length === 0 ? [] : [`${name}: ${said.join(': ')}`];
};

/** Why a pod does not run: the cluster's messages, one per line; empty if there are none. */
export const podTrouble = ({ status }: Pod): string => {
  const {
    message,
    reason,
    conditions = [],
    containerStatuses = [],
    initContainerStatuses = [],
  } = status ?? {};
  return [
    ...[message ?? reason].filter((text) => text !== undefined),
    ...conditions.flatMap((item) =>
      item.status === 'False' && item.reason === 'Unschedulable' ? [item.message ?? ''] : [],
    ),
    ...[...initContainerStatuses, ...containerStatuses].flatMap(containerTrouble),
  ].join('\n');
};
