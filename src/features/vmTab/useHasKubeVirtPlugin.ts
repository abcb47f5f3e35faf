import { useFlag } from '@openshift-console/dynamic-plugin-sdk';

/** React hook: whether the console has kubevirt-plugin, which sets this flag and has its own pages for VMs. */
export const useHasKubeVirtPlugin = (): boolean => useFlag('KUBEVIRT_VIRTUALIZATION_NAV');
