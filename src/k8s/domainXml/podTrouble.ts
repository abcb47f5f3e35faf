import type { ContainerStatus, Pod } from '../../sidecars/resources';

const containerTrouble = ({ name, state }: ContainerStatus): string[] => {
  const { reason, message, exitCode } = { exitCode: undefined, ...state?.terminated, ...state?.waiting };
  // A container that ended well, or is merely being made, explains nothing.
  if (exitCode === 0 || (reason === undefined && message === undefined) || reason === 'ContainerCreating') {
    return [];
  }
  return [`${name}: ${[reason, message].filter((part) => part !== undefined).join(': ')}`];
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
