import type { ResourceDetailsPage } from '@openshift-console/dynamic-plugin-sdk';
import { isResourceDetailsPage } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/pages';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { PluginComponent } from '../plugins/PluginComponent';
import { LoadingPage } from './LoadingPage';
import { NotFoundPage } from './NotFoundPage';
import { ResourceDetails } from './ResourceDetails';
import { useUrlModel } from './useUrlModel';

/** The page of one object: the plugin's page for its kind if there is one, else the host's. */
export const DetailsRoute = (): ReactElement => {
  const { ns, plural = '', name = '' } = useParams();
  const model = useUrlModel(plural);
  const pages = useExtensions<ResourceDetailsPage>(isResourceDetailsPage);
  if (model === 'loading') {
    return <LoadingPage />;
  }
  if (model === 'unknown') {
    return <NotFoundPage message={`The cluster serves no resource “${plural}”.`} />;
  }
  const page = pages.find(
    ({ properties: { model: wanted } }) =>
      wanted.group === (model.apiGroup ?? '') && wanted.kind === model.kind,
  );
  return page === undefined ? (
    <ResourceDetails key={`${plural} ${ns ?? ''} ${name}`} model={model} namespace={ns} name={name} />
  ) : (
    <PluginComponent
      load={page.properties.component}
      componentProps={{
        namespace: ns ?? '',
        model: { group: model.apiGroup ?? '', version: model.apiVersion, kind: model.kind },
      }}
      isRetried
    />
  );
};
