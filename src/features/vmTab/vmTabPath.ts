import { holderModel } from '../../k8s/models';
import type { KubernetesObject } from '../../sidecars/objects/resources';

/** The tab's id in the console's extensions. */
export const VALIDATION_TAB = 'hook-validation';

/** The hash of the heading above the sidecars' cards, which then gets the focus. */
export const ATTACHED_SIDECARS_HASH = '#attached-sidecars';

type VmTab = 'sidecar-hooks' | typeof VALIDATION_TAB;

/** The path of the console's page of a VM, or of anything else that has sidecars. */
export const vmPath = ({
  apiVersion,
  kind,
  metadata: { name, namespace = '' },
}: KubernetesObject): string => {
  const model = holderModel({ kind, apiVersion });
  // The console has a page of its own for the kinds that are no custom resources.
  const type = model.crd === true ? [model.apiGroup, model.apiVersion, model.kind].join('~') : model.plural;
  return `/k8s/ns/${encodeURIComponent(namespace)}/${type}/${encodeURIComponent(name)}`;
};

/** The path of one of this plugin's tabs of it. */
export const vmTabPath = (vm: KubernetesObject, tab: VmTab): string => `${vmPath(vm)}/${tab}`;
