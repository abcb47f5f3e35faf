import type { ClusterHost, StoredObject } from '../cluster/contract';

/** The initial content of the embedded cluster and the events soon after. */
export interface Scenario {
  name: string;
  description: string;
  /** In the form `v1.9.0`; the same objects can be started with another version. */
  kubeVirtVersion: string;
  /** True: KubeVirt is not installed, and its API is not served. */
  withoutKubeVirt?: boolean;
  /** Whether the HyperConverged operator manages KubeVirt. */
  hco: boolean;
  /** Objects in the order of their creation. All pass the admission of that KubeVirt. */
  objects: (kubeVirtVersion: string) => StoredObject[];
  /**
   * Makes changes that need a running VM or bypass admission. Called once the objects exist; stops with the cluster.
   */
  play?: (host: ClusterHost) => void;
}
