import { checkAccess, useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessReviewResourceAttributes, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { ObjectMeta } from '../sidecars/resources';
import { askedAhead, type Ahead } from './askedAhead';
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

const attributesOf = ({
  verb,
  model,
  namespace,
  name,
  subresource,
}: AccessQuestion): AccessReviewResourceAttributes => ({
  verb,
  group: model.apiGroup ?? '',
  resource: model.plural,
  ...(namespace === undefined ? {} : { namespace }),
  ...(name === undefined ? {} : { name }),
  ...(subresource === undefined ? {} : { subresource }),
});

const answers = askedAhead<Access>();

/** Asks for a page that is about to be opened. The console keeps the answer, but tells it a render later. */
export const askAccessAhead = (question: AccessQuestion): Ahead<Access> => {
  const attributes = attributesOf(question);
  return answers.ask(JSON.stringify(attributes), async () => {
    const { status } = await checkAccess(attributes);
    return status?.allowed === false ? 'denied' : 'allowed';
  });
};

/** Asks the API server whether the user may do it. Answers are cached by the console. */
export const useAccess = (question: AccessQuestion): Access => {
  const attributes = attributesOf(question);
  const [allowed, asking] = useAccessReview(attributes);
  if (asking) {
    return answers.find(JSON.stringify(attributes))?.now ?? 'asking';
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
