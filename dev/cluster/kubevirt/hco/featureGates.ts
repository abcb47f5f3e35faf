import type { KubeVirt } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { releaseOf, type Release } from '../release';

const readKubeVirt = (store: Store): KubeVirt | undefined => store.list('kubevirts')[0];

/** The release of the KubeVirt that runs. */
export const runningRelease = (store: Store): Release =>
  releaseOf(readKubeVirt(store)?.status?.observedKubeVirtVersion);

/** A gate that is listed as enabled is on. Names are matched exactly; unknown ones are never an error. */
export const isGateEnabled = (store: Store, gate: string): boolean => {
  const developer = readKubeVirt(store)?.spec?.configuration?.developerConfiguration;
  return (developer?.featureGates ?? []).includes(gate);
};
