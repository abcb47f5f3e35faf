import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { Pod, VirtualMachine } from '../../../../src/sidecars/objects/resources';

const podStatus = ({ metadata, status }: Pod): string => {
  if (metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  const waiting = status?.containerStatuses?.find(({ state }) => state?.waiting?.reason !== undefined);
  return waiting?.state?.waiting?.reason ?? status?.phase ?? 'Unknown';
};

/** An object's state in one word; undefined for kinds without one. */
export const statusOf = (object: K8sResourceCommon): string | undefined => {
  switch (object.kind) {
    case 'VirtualMachine':
      return (object as VirtualMachine).status?.printableStatus ?? 'Unknown';
    case 'Pod':
      return podStatus(object as Pod);
    default:
      return (object as { status?: { phase?: string } }).status?.phase;
  }
};
