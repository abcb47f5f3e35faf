import type { RunningCluster } from '../../dev/cluster/contract';
import { faultClient, type FaultClient } from '../../dev/cluster/faults/faultClient';

/** Makes requests to the cluster fail. Clear the faults afterwards: the cluster may serve other tests. */
export const faultsOf = ({ url, personas }: RunningCluster): FaultClient =>
  faultClient(url, personas.find(({ id }) => id === 'admin')?.token ?? '');
