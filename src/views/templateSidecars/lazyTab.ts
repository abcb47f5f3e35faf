import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { KubernetesObject } from '../../sidecars/objects/resources';

// The console's page of a template loads the modules of all plugins' tabs, even if they are not shown.
export default lazyPart<{ obj: KubernetesObject }>(
  'page',
  async () =>
    (await import(/* webpackChunkName: "tab-template-sidecars" */ './TemplateSidecarsTab'))
      .TemplateSidecarsTab,
).Part;
