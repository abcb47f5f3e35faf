import { lastWords } from '../../sidecars/logs/logTail';
import { isNormalWait } from '../../sidecars/objects/containerWaits';
import type { ContainerStatus, Pod } from '../../sidecars/objects/resources';

const containerTrouble = ({ name, state }: ContainerStatus): string[] => {
  const { waiting, terminated } = state ?? {};
  const exitCode = waiting === undefined ? terminated?.exitCode : undefined;
  const reason = waiting?.reason ?? terminated?.reason;
  const message = waiting?.message ?? (terminated?.message && lastWords(terminated.message));
  // A container that ended well, or merely waits for its turn, explains nothing.
  if (exitCode === 0 || isNormalWait(reason ?? '')) {
    return [];
  }
  const said = [reason, message].filter((part) => part !== undefined);
  return said.length === 0 ? [] : [`${name}: ${said.join(': ')}`];
};

/** Why a pod does not run, in the cluster's own words, a line each; empty when it says nothing. */
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
