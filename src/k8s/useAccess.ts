import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { ObjectMeta } from '../sidecars/resources';
import { VmSubresources } from './models';

type Verb = 'create' | 'get' | 'list' | 'update' | 'patch' | 'delete' | 'watch';

/** What the user wants to do, as an access review asks it. */
export interface AccessQuestion {
  verb: Verb;
  model: Pick<K8sModel, 'apiGroup' | 'plural'>;
  namespace?: string | undefined;
  name?: string;
  subresource?: string;
}

export type Access = 'allowed' | 'denied' | 'asking';

/** Asks the API server whether the user may do it. Answers are cached by the console. */
export const useAccess = ({ verb, model, namespace, name, subresource }: AccessQuestion): Access => {
  const [allowed, asking] = useAccessReview({
    verb,
    group: model.apiGroup ?? '',
    resource: model.plural,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(subresource === undefined ? {} : { subresource }),
  });
  if (asking) {
    return 'asking';
  }
  return allowed ? 'allowed' : 'denied';
};

/** May the user restart the VM? */
export const useMayRestartVm = ({ namespace, name }: Pick<ObjectMeta, 'namespace' | 'name'>): Access =>
  useAccess({ verb: 'update', model: VmSubresources, namespace, name, subresource: 'restart' });

/** May hooks be attached to this VM? */
export const useMayPatchVm = (
  namespace: string | undefined,
  model: Pick<K8sModel, 'apiGroup' | 'plural'>,
): Access => useAccess({ verb: 'patch', model, namespace });
