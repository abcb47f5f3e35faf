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

/** Whether the running KubeVirt serves VirtualMachineTemplates. */
export const hasTemplates = (store: Store): boolean => {
  const kubeVirt = readKubeVirt(store);
  const { templateVersions, templatesByDefault } = runningRelease(store);
  const { disabledFeatureGates = [] } = kubeVirt?.spec?.configuration?.developerConfiguration ?? {};
  return (
    kubeVirt !== undefined &&
    templateVersions.length > 0 &&
    (isGateEnabled(store, 'Template') || (templatesByDefault && !disabledFeatureGates.includes('Template')))
  );
};

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
