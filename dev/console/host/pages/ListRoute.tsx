import type { ResourceListPage } from '@openshift-console/dynamic-plugin-sdk';
import { isResourceListPage } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/pages';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { KUBE_VIRT_PLUGIN_PAGES } from '../nav/kubeVirtPluginNavigation';
import { PluginComponent } from '../plugins/PluginComponent';
import { LoadingPage } from './LoadingPage';
import { NotFoundPage } from './NotFoundPage';
import { ResourceListPage as HostListPage } from './ResourceListPage';
import { useUrlModel } from './useUrlModel';

/** The list of a kind: the plugin's page for it if there is one, else the host's. */
export const ListRoute = (): ReactElement => {
  const { ns, plural = '' } = useParams();
  const model = useUrlModel(plural);
  const pages = useExtensions<ResourceListPage>(isResourceListPage);
  const props = useMemo(() => ({ namespace: ns ?? '', model: { group: '', version: '', kind: '' } }), [ns]);
  if (model === 'loading') {
    return <LoadingPage />;
  }
  if (model === 'unknown') {
    return (
      <NotFoundPage
        message={
          KUBE_VIRT_PLUGIN_PAGES.includes(plural)
            ? 'This page belongs to kubevirt-plugin, which is not part of the embedded console.'
            : `The cluster serves no resource “${plural}”.`
        }
      />
    );
  }
  const page = pages.find(
    ({ properties: { model: wanted } }) =>
      wanted.group === (model.apiGroup ?? '') && wanted.kind === model.kind,
  );
  return page === undefined ? (
    <HostListPage key={`${plural} ${ns ?? ''}`} model={model} namespace={ns} />
  ) : (
    <PluginComponent
      load={page.properties.component}
      componentProps={{
        ...props,
        model: { group: model.apiGroup ?? '', version: model.apiVersion, kind: model.kind },
      }}
      isRetried
    />
  );
};
