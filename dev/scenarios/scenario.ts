import type { ClusterHost, StoredObject } from '../cluster/contract';

/** What is in the embedded cluster at the start, and what happens in it soon after. */
export interface Scenario {
  name: string;
  description: string;
  /** As in `v1.9.0`; another one can be started with the same objects. */
  kubeVirtVersion: string;
  /** True: KubeVirt is not installed, and nothing of it is served. */
  withoutKubeVirt?: boolean;
  /** Whether the HyperConverged operator manages KubeVirt. */
  hco: boolean;
  /** Objects in the order of their creation; all of them pass admission of that KubeVirt. */
  objects: (kubeVirtVersion: string) => StoredObject[];
  /**
   * What needs a running VM or goes around admission; to be called once the objects are there. It ends with the
   * cluster.
   */
  play?: (host: ClusterHost) => void;
}
