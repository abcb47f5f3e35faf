import { useMemo } from 'react';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { NamespaceModel, ProjectModel } from '../k8s/models';
import { useServedVersion } from '../k8s/useServedVersion';
import { useComplete } from '../k8s/useWatched';
import { mapLoadable, type Loadable } from '../loadable';
import type { KubernetesObject } from '../sidecars/objects/resources';
import { NAMESPACE_FIELDS } from './listedFields';

const PROJECT_VERSIONS = [ProjectModel.apiVersion];

/**
 * React hook: the names of the namespaces that the user sees. OpenShift lists them as projects, without a right to list
 * all namespaces.
 */
export const useVisibleNamespaces = (): Loadable<string[]> => {
  const version = useServedVersion(ProjectModel.apiGroup ?? '', PROJECT_VERSIONS);
  const isOpenShift = version.status === 'loaded' ? version.data !== undefined : undefined;
  const query = useMemo(
    () =>
      isOpenShift === undefined
        ? undefined
        : {
            model: isOpenShift ? ProjectModel : NamespaceModel,
            namespace: undefined,
            fields: NAMESPACE_FIELDS,
          },
    [isOpenShift],
  );
  const list = useComplete(useListWatch<KubernetesObject>(query));
  return useMemo(
    () =>
      version.status === 'failed'
        ? version
        : mapLoadable(list, (objects) => objects.map(({ metadata }) => metadata.name).sort()),
    [version, list],
  );
};
