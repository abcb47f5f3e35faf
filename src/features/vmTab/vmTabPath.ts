import type { KubernetesObject } from '../../sidecars/objects/resources';

/** How the console's extensions name it. */
export const VALIDATION_TAB = 'hook-validation';

/** Of the heading over the sidecars' cards, which then has the focus. */
export const ATTACHED_SIDECARS_HASH = '#attached-sidecars';

type VmTab = 'sidecar-hooks' | typeof VALIDATION_TAB;

/** The console's page of a VM. */
export const vmPath = ({ metadata: { name, namespace = '' } }: KubernetesObject): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~VirtualMachine/${encodeURIComponent(name)}`;

/** The same at one of this plugin's tabs. */
export const vmTabPath = (vm: KubernetesObject, tab: VmTab): string => `${vmPath(vm)}/${tab}`;
