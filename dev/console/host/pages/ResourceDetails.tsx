import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { HttpError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';
import { getGroupVersionKindForModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { DetailsHeader } from '../details/DetailsHeader';
import { DetailsTab } from '../details/DetailsTab';
import { EventsTab } from '../details/EventsTab';
import { HorizontalNav } from '../details/HorizontalNav';
import { PodLogTab } from '../details/PodLogTab';
import type { TabPage } from '../details/tabPage';
import { YamlTab } from '../details/YamlTab';
import { DocumentTitle } from '../layout/DocumentTitle';
import { ErrorPage } from '../layout/ErrorPage';
import { SerialConsoleTab } from '../serialConsole/SerialConsoleTab';
import { LoadingPage } from './LoadingPage';
import { NotFoundPage } from './NotFoundPage';

interface ResourceDetailsProps {
  model: K8sModel;
  namespace: string | undefined;
  name: string;
}

/** The real console shows custom resources of which it knows nothing with the first two tabs only. */
const tabsFor = ({ apiGroup, kind, namespaced }: K8sModel): TabPage[] => {
  const isVm = ['VirtualMachine', 'VirtualMachineInstance'].includes(kind);
  return [
    { name: 'Details', href: '', component: DetailsTab },
    { name: 'YAML', href: 'yaml', component: YamlTab },
    ...(isVm ? [{ name: 'Console', href: 'console', component: SerialConsoleTab }] : []),
    ...(kind === 'Pod' ? [{ name: 'Logs', href: 'logs', component: PodLogTab }] : []),
    ...(isVm || (apiGroup === undefined && namespaced === true)
      ? [{ name: 'Events', href: 'events', component: EventsTab }]
      : []),
  ];
};

/** One object, live, with its tabs. The last state stays visible when the connection drops. */
export const ResourceDetails = ({ model, namespace, name }: ResourceDetailsProps): ReactElement => {
  const query = useMemo(
    () => ({
      groupVersionKind: getGroupVersionKindForModel(model),
      name,
      namespace,
    }),
    [model, namespace, name],
  );
  const [object, , error] = useK8sWatchResource<K8sResourceCommon>(query) as [
    K8sResourceCommon | null,
    boolean,
    unknown,
  ];
  const tabs = useMemo(() => tabsFor(model), [model]);
  const complete = useMemo(() => ({ ...object, kind: object?.kind ?? model.kind }), [object, model.kind]);

  if (error instanceof HttpError && error.code === 404) {
    return (
      <NotFoundPage
        title={`${model.label} not found`}
        message={`There is no ${model.label} “${name}” in ${namespace ?? 'the cluster'}.`}
      />
    );
  }
  if (object?.metadata?.name === undefined) {
    return error instanceof Error ? (
      <ErrorPage title={`${model.label} ${name}`} errorMessage={error.message} />
    ) : (
      <LoadingPage />
    );
  }
  return (
    <>
      <DocumentTitle>{`${name} · ${model.label}`}</DocumentTitle>
      <DetailsHeader model={model} object={complete} />
      <HorizontalNav resource={object} pages={tabs} />
    </>
  );
};
