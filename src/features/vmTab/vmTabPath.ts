import type { KubernetesObject } from '../../sidecars/objects/resources';

/** How the console's extensions name it. */
export const VALIDATION_TAB = 'hook-validation';

/** Of the heading over the sidecars' cards, which then has the focus. */
export const ATTACHED_SIDECARS_HASH = '#attached-sidecars';

type VmTab = 'sidecar-hooks' | typeof VALIDATION_TAB;

/** The console's page of a VM, at one of this plugin's tabs. */
export const vmTabPath = ({ metadata: { name, namespace = '' } }: KubernetesObject, tab: VmTab): string =>
  `/k8s/ns/${encodeURIComponent(namespace)}/kubevirt.io~v1~VirtualMachine/${encodeURIComponent(name)}/${tab}`;

/** Whose tab the path shows; undefined for any other path. */
export const vmOfTabPath = (path: string): { namespace: string; name: string } | undefined => {
  const [, namespace, name] =
    /^.*\/k8s\/ns\/([^/]+)\/kubevirt\.io~v1~VirtualMachine\/([^/]+)\/[^/]+$/.exec(path) ?? [];
  return namespace === undefined || name === undefined
    ? undefined
    : { namespace: decodeURIComponent(namespace), name: decodeURIComponent(name) };
};
