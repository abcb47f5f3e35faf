import { useEffect, useState } from 'react';
import { checkAccess } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessReviewResourceAttributes, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useImpersonation } from './exec/useImpersonation';
import type { KubernetesObject } from './kubernetesObject';
import { VmSubresources } from './models';

type Verb = 'create' | 'get' | 'list' | 'update' | 'patch' | 'delete' | 'watch';

/** An action, as in an access review. */
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
  namespace,
  name,
  subresource,
});

const askConsole = async (attributes: AccessReviewResourceAttributes): Promise<Access> => {
  const { status } = await checkAccess(attributes);
  return status?.allowed === false ? 'denied' : 'allowed';
};

/**
 * React hook: asks the API server whether the user may do it. The console caches answers. The console's own hook is not used,
 * because it returns the answer to the previous question until the new one arrives, and the last answer wins.
 */
export const useAccess = (question: AccessQuestion): Access => {
  const attributes = JSON.stringify(attributesOf(question));
  const impersonation = useImpersonation();
  const [answer, setAnswer] = useState<{
    attributes: string;
    impersonation: readonly string[];
    access: Access;
  }>();

  useEffect(() => {
    let isGone = false;
    const settle = (access: Access): void => {
      if (!isGone) {
        setAnswer({ attributes, impersonation, access });
      }
    };
    askConsole(JSON.parse(attributes) as AccessReviewResourceAttributes).then(settle, () => {
      // If the review fails, the action is allowed; the API server still refuses it if necessary.
      settle('allowed');
    });
    return () => {
      isGone = true;
    };
  }, [attributes, impersonation]);

  return answer?.attributes === attributes && answer.impersonation === impersonation
    ? answer.access
    : 'asking';
};

/** React hook: may the user restart the VM? */
export const useMayRestartVm = ({ namespace, name }: KubernetesObject['metadata']): Access =>
  useAccess({ verb: 'update', model: VmSubresources, namespace, name, subresource: 'restart' });

/** React hook: may the user change this VM, for example to attach a sidecar? */
export const useMayPatchVm = (
  namespace: string | undefined,
  model: Pick<K8sModel, 'apiGroup' | 'plural'>,
): Access => useAccess({ verb: 'patch', model, namespace });
