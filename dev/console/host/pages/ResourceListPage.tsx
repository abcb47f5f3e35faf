import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { DocumentTitle } from '../layout/DocumentTitle';
import { ErrorPage } from '../layout/ErrorPage';
import { ListPageHeader } from '../listPage/ListPageHeader';
import { ObjectTable } from '../listPage/ObjectTable';
import { LoadingPage } from './LoadingPage';

interface ResourceListPageProps {
  model: K8sModel;
  namespace: string | undefined;
}

export const ResourceListPage = ({ model, namespace }: ResourceListPageProps): ReactElement => {
  const query = useMemo(
    () => ({
      groupVersionKind: getGroupVersionKindForModel(model),
      isList: true,
      namespace,
    }),
    [model, namespace],
  );
  const [objects, loaded, error] = useK8sWatchResource<K8sResourceCommon[]>(query) as [
    K8sResourceCommon[],
    boolean,
    unknown,
  ];
  const isEmptyFailure = error instanceof Error && objects.length === 0;
  return (
    <>
      <DocumentTitle>{model.labelPlural}</DocumentTitle>
      <ListPageHeader title={model.labelPlural} />
      {isEmptyFailure ? (
        <ErrorPage title={`${model.labelPlural} cannot be listed`} errorMessage={error.message} />
      ) : null}
      {!isEmptyFailure && loaded ? (
        <ObjectTable
          model={model}
          objects={objects}
          showNamespace={model.namespaced === true && namespace === undefined}
        />
      ) : null}
      {!isEmptyFailure && !loaded ? <LoadingPage /> : null}
    </>
  );
};
