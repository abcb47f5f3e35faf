import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';

/** The tab's id in the console's extensions. */
export const VALIDATION_TAB = 'hook-validation';

/** The hash of the heading above the sidecars' cards, which then gets the focus. */
export const ATTACHED_SIDECARS_HASH = '#attached-sidecars';

type VmTab = 'sidecar-hooks' | typeof VALIDATION_TAB;

/** The path of the console's page of a VM, an instance or a replica set. */
export const vmPath = ({ kind, metadata: { name, namespace = '' } }: KubernetesObject): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~${holderKind({ kind })}/${encodeURIComponent(name)}`;

/** The path of one of this plugin's tabs of a VM. */
export const vmTabPath = (vm: KubernetesObject, tab: VmTab): string => `${vmPath(vm)}/${tab}`;
