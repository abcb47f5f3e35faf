import type { KubernetesObject } from '../sidecars/resources';

export type VmTab = 'sidecar-hooks' | 'hook-validation';

/** The console's page of a VM, at one of this plugin's tabs. */
export const vmTabPath = ({ metadata: { name, namespace = '' } }: KubernetesObject, tab: VmTab): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~VirtualMachine/${encodeURIComponent(name)}/${tab}`;
