import type {
  HorizontalNavTab,
  K8sResourceCommon,
  PageComponentProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { isHorizontalNavTab } from '@openshift-console/dynamic-plugin-sdk/lib/extensions/horizontal-nav-tabs';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { useExtensions } from '@openshift/dynamic-plugin-sdk';
import { Tab, TabTitleText, Tabs } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { NotFoundPage } from '../pages/NotFoundPage';
import { PluginComponent } from '../plugins/PluginComponent';
import { translateLabel } from '../plugins/translateLabel';
import type { TabPage } from './tabPage';
import { isTabFor } from './tabPage';

interface HorizontalNavProps {
  resource?: K8sResourceCommon;
  pages: TabPage[];
  customData?: object;
}

const BODY_ID = 'object-tab-body';

/** The tabs of an object: those of the page, then plugins' tabs for its kind, sorted by name. The last path segment is the tab. */
export const HorizontalNav = ({ resource, pages, customData }: HorizontalNavProps): ReactElement => {
  const tabs = useExtensions<HorizontalNavTab>(isHorizontalNavTab);
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const params = useParams();
  const navigate = useNavigate();
  const kind = resource === undefined ? undefined : getGroupVersionKindForResource(resource);
  const pluginTabs =
    kind === undefined
      ? []
      : tabs
          .filter((tab) => isTabFor(tab, kind))
          .map(({ uid, properties: { page, component } }) => ({
            uid,
            href: encodeURIComponent(page.href),
            name: translateLabel(t, page.name),
            component,
          }))
          .sort((one, other) => one.name.localeCompare(other.name));

  const rest = params['*'] ?? '';
  const base = rest === '' ? pathname.replace(/\/$/, '') : pathname.slice(0, -rest.length - 1);
  const componentProps = useMemo<PageComponentProps>(
    () => ({
      obj: resource,
      params,
      customData,
    }),
    [resource, params, customData],
  );
  const hrefOf = ({ href, path }: TabPage): string => href ?? path ?? '';
  const entries = [...pages.map((page) => ({ href: hrefOf(page), name: page.name })), ...pluginTabs];
  const hostPage = pages.find((page) => hrefOf(page) === rest);
  const pluginTab = pluginTabs.find(({ href }) => href === rest);
  const Body = hostPage?.component;

  return (
    <>
      <Tabs
        activeKey={rest}
        component="nav"
        aria-label="Details of the object"
        usePageInsets
        className="ech-tabs"
        onSelect={(event, key) => {
          event.preventDefault();
          void navigate(key === '' ? base : `${base}/${String(key)}`);
        }}
      >
        {entries.map(({ href, name }) => (
          <Tab
            key={href}
            eventKey={href}
            tabContentId={BODY_ID}
            href={href === '' ? base : `${base}/${href}`}
            title={<TabTitleText>{name}</TabTitleText>}
            data-test={`horizontal-link-${name}`}
          />
        ))}
      </Tabs>
      <div id={BODY_ID} className="ech-tab-body">
        {Body === undefined ? null : <Body {...componentProps} />}
        {pluginTab === undefined ? null : (
          <PluginComponent
            key={pluginTab.uid}
            load={pluginTab.component}
            componentProps={componentProps}
            isRetried
          />
        )}
        {Body === undefined && pluginTab === undefined ? <NotFoundPage title="No such tab" /> : null}
      </div>
    </>
  );
};
