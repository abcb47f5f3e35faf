import type { KubeVirt } from '../../../../src/sidecars/resources';
import type { Store } from '../../contract';

const readKubeVirt = (store: Store): KubeVirt | undefined => store.list('kubevirts')[0];

/** A gate that is listed as enabled is on. Names are matched exactly; unknown ones are never an error. */
export const isGateEnabled = (store: Store, gate: string): boolean => {
  const developer = readKubeVirt(store)?.spec?.configuration?.developerConfiguration;
  return (developer?.featureGates ?? []).includes(gate);
};

/** The minor version of the KubeVirt that runs: 9 for `v1.9.0`; the newest known one where it says none. */
export const kubeVirtMinor = (store: Store): number => {
  const match = /^v?1\.(\d+)/.exec(readKubeVirt(store)?.status?.observedKubeVirtVersion ?? '');
  return match === null ? 9 : Number(match[1]);
};

export const kubeVirtVersion = (store: Store): string =>
  readKubeVirt(store)?.status?.observedKubeVirtVersion ?? 'v1.9.0';
