import type { ComponentType, ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import { DocumentTitle, ListPageHeader, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { Bullseye, PageSection, Spinner, Tab, TabContent, Tabs, TabTitleText } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useParams, useSearchParams } from 'react-router';
import { useSidecarTranslation } from '../../i18n';
import { PAGE_TABS, pageTabOf, type PageTab } from './pageTab';

type LoadTab = () => Promise<{ default: ComponentType<{ namespace: string | undefined }> }>;

/** The names are those of the size budget. */
const loadVirtualMachines: LoadTab = async () => ({
  default: (
    await import(/* webpackChunkName: "tab-virtual-machines" */ './virtualMachines/VirtualMachinesTab')
  ).VirtualMachinesTab,
});
const loadHookScripts: LoadTab = async () => ({
  default: (await import(/* webpackChunkName: "tab-hook-scripts" */ './hookScripts/HookScriptsTab'))
    .HookScriptsTab,
});
const loadFeatureGate: LoadTab = async () =>
  import(/* webpackChunkName: "tab-feature-gate" */ './featureGate/FeatureGateTab');

const TABS: Record<PageTab, { load: LoadTab; Body: ComponentType<{ namespace: string | undefined }> }> = {
  'virtual-machines': { load: loadVirtualMachines, Body: lazy(loadVirtualMachines) },
  'hook-scripts': { load: loadHookScripts, Body: lazy(loadHookScripts) },
  'feature-gate': { load: loadFeatureGate, Body: lazy(loadFeatureGate) },
};

/** A failed load is told when the tab is opened. */
const prefetch = (tab: PageTab): void => {
  TABS[tab].load().catch(() => undefined);
};

const TITLES: Record<PageTab, (t: TFunction) => string> = {
  'virtual-machines': (t) => t('Virtual machines'),
  'hook-scripts': (t) => t('Hook scripts'),
  'feature-gate': (t) => t('Feature gate'),
};

const contentId = (tab: PageTab): string => `ksp-tab-${tab}`;

/** The page "Sidecar hooks" of a namespace, or of all. Its tab is in the URL, with the tab's own filters. */
const SidecarHooksPage = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const { ns } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const active = pageTabOf(parameters);
  const { Body } = TABS[active];

  return (
    <>
      <DocumentTitle>{t('Sidecar hooks')}</DocumentTitle>
      <NamespaceBar />
      <ListPageHeader title={t('Sidecar hooks')} />
      <PageSection type="tabs" hasBodyWrapper={false}>
        <Tabs
          usePageInsets
          activeKey={active}
          aria-label={t('Sidecar hooks')}
          onSelect={(_event, tab) => {
            // The filters of one tab mean nothing to the others.
            setParameters(tab === PAGE_TABS[0] ? {} : { tab: String(tab) });
          }}
        >
          {PAGE_TABS.map((tab) => (
            <Tab
              key={tab}
              eventKey={tab}
              tabContentId={contentId(tab)}
              onMouseEnter={() => {
                prefetch(tab);
              }}
              onFocus={() => {
                prefetch(tab);
              }}
              title={<TabTitleText>{TITLES[tab](t)}</TabTitleText>}
            />
          ))}
        </Tabs>
      </PageSection>
      {PAGE_TABS.map((tab) => (
        <TabContent key={tab} id={contentId(tab)} eventKey={tab} activeKey={active} hidden={tab !== active}>
          {tab === active ? (
            <Suspense
              fallback={
                <Bullseye>
                  <Spinner aria-label={t('Loading')} />
                </Bullseye>
              }
            >
              <Body namespace={ns} />
            </Suspense>
          ) : null}
        </TabContent>
      ))}
    </>
  );
};

export default SidecarHooksPage;
