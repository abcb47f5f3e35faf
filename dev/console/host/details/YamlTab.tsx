import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { ResourceYamlEditor } from '../editor/ResourceYamlEditor';
import { useModel } from '../resource/useModel';
import type { ReactElement } from 'react';

/** The object as YAML; read-only if the user may not update it. */
export const YamlTab = ({ obj }: { obj?: K8sResourceCommon }): ReactElement | null => {
  const model = useModel(obj === undefined ? undefined : getGroupVersionKindForResource(obj));
  const { name = '', namespace = '' } = obj?.metadata ?? {};
  const [mayUpdate] = useAccessReview(
    { group: model?.apiGroup ?? '', resource: model?.plural ?? '', verb: 'update', name, namespace },
    undefined,
    true,
  );
  return obj === undefined ? null : (
    <ResourceYamlEditor initialResource={obj} readOnly={!mayUpdate} hideHeader />
  );
};
