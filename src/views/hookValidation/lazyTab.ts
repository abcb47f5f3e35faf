import type { KubernetesObject } from '../../sidecars/objects/resources';
import { lazyPart } from '../../components/lazyPart/lazyPart';

// kubevirt-plugin's page of a VM loads the modules of all plugins' tabs, even if they are not shown.
export default lazyPart<{ obj: KubernetesObject }>(
  'page',
  async () =>
    (await import(/* webpackChunkName: "tab-hook-validation" */ './HookValidationTab')).HookValidationTab,
).Part;
