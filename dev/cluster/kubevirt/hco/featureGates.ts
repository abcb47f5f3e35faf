import type { KubeVirt } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { at, record } from '../untyped';
import { releaseOf, type Release } from '../release';

const readKubeVirt = (store: Store): KubeVirt | undefined => store.list('kubevirts')[0];

/** The release of the KubeVirt that runs. */
export const runningRelease = (store: Store): Release =>
  releaseOf(readKubeVirt(store)?.status?.observedKubeVirtVersion);

export const configurationOf = (store: Store): Record<string, unknown> =>
  record(readKubeVirt(store)?.spec?.configuration);

/** A gate that is listed as enabled is on. Names must match exactly; unknown ones are never an error. */
export const isGateEnabled = (store: Store, gate: string): boolean => {
  const developer = readKubeVirt(store)?.spec?.configuration?.developerConfiguration;
  return (developer?.featureGates ?? []).includes(gate);
};

/** The same for the gate of a feature in beta, which newer releases turn on by default. */
const isBetaGateEnabled = (store: Store, gate: string): boolean => {
  const developer = readKubeVirt(store)?.spec?.configuration?.developerConfiguration;
  const disabled = developer?.disabledFeatureGates ?? [];
  return isGateEnabled(store, gate) || (runningRelease(store).enablesBeta && !disabled.includes(gate));
};

/** Whether the running KubeVirt serves VirtualMachineTemplates. */
export const hasTemplates = (store: Store): boolean =>
  readKubeVirt(store) !== undefined &&
  runningRelease(store).templateVersions.length > 0 &&
  isBetaGateEnabled(store, 'Template');

/** Whether snapshots, restores and clones are permitted. */
export const areSnapshotsEnabled = (store: Store): boolean => isBetaGateEnabled(store, 'Snapshot');

/** The seccomp profile that the KubeVirt resource names for the pods of VMs. */
export const seccompProfile = (store: Store): string | undefined => {
  const profile = at(
    readKubeVirt(store)?.spec,
    'configuration',
    'seccompConfiguration',
    'virtualMachineInstanceProfile',
    'customProfile',
    'localhostProfile',
  );
  return typeof profile === 'string' ? profile : undefined;
};
