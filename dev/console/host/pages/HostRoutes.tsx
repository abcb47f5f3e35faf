import type { RoutePage } from '@openshift-console/dynamic-plugin-sdk';
import { isRoutePage } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/pages';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { PluginComponent } from '../plugins/PluginComponent';
import { DetailsRoute } from './DetailsRoute';
import { HomeRedirect } from './HomeRedirect';
import { ListRoute } from './ListRoute';
import { NotFoundPage } from './NotFoundPage';

const NO_PROPS = {};

const pathsOf = ({ properties: { path, exact } }: RoutePage): string[] =>
  [path].flat().map((one) => (exact === true ? one : `${one.replace(/\/\*?$/, '')}/*`));

/** The pages of the host and of the plugins. React Router prefers literal paths to patterns. */
export const HostRoutes = (): ReactElement => {
  const pages = useExtensions<RoutePage>(isRoutePage);
  return (
    <Routes>
      {pages.flatMap((page) =>
        pathsOf(page).map((path) => (
          <Route
            key={`${page.uid} ${path}`}
            path={path}
            element={
              <PluginComponent load={page.properties.component} componentProps={NO_PROPS} isRetried={false} />
            }
          />
        )),
      )}
      <Route path="/" element={<HomeRedirect />} />
      <Route path="/k8s/ns/:ns/:plural" element={<ListRoute />} />
      <Route path="/k8s/all-namespaces/:plural" element={<ListRoute />} />
      <Route path="/k8s/cluster/:plural" element={<ListRoute />} />
      <Route path="/k8s/ns/:ns/:plural/:name/*" element={<DetailsRoute />} />
      <Route path="/k8s/cluster/:plural/:name/*" element={<DetailsRoute />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
};
