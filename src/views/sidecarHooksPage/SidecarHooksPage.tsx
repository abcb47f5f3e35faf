import type { ReactElement } from 'react';
import { DocumentTitle, ListPageHeader, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Tab, TabContent, Tabs, TabTitleText } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useParams, useSearchParams } from 'react-router';
import { lazyPart, type LazyPart } from '../../components/lazyPart/lazyPart';
import { useSidecarTranslation } from '../../i18n';
import { PAGE_TABS, pageTabOf, type PageTab } from './pageTab';

/** The names are those of the size budget. */
const TABS: Record<PageTab, LazyPart<{ namespace: string | undefined }>> = {
  'virtual-machines': lazyPart(
    'page',
    async () =>
      (await import(/* webpackChunkName: "tab-virtual-machines" */ './virtualMachines/VirtualMachinesTab'))
        .VirtualMachinesTab,
  ),
  'hook-scripts': lazyPart(
    'page',
    async () =>
      (await import(/* webpackChunkName: "tab-hook-scripts" */ './hookScripts/HookScriptsTab'))
        .HookScriptsTab,
  ),
  'feature-gate': lazyPart(
    'page',
    async () =>
      (await import(/* webpackChunkName: "tab-feature-gate" */ './featureGate/FeatureGateTab')).default,
  ),
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
  const { Part } = TABS[active];

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
                TABS[tab].prefetch();
              }}
              onFocus={() => {
                TABS[tab].prefetch();
              }}
              title={<TabTitleText>{TITLES[tab](t)}</TabTitleText>}
            />
          ))}
        </Tabs>
      </PageSection>
      {PAGE_TABS.map((tab) => (
        <TabContent key={tab} id={contentId(tab)} eventKey={tab} activeKey={active} hidden={tab !== active}>
          {tab === active ? <Part namespace={ns} /> : null}
        </TabContent>
      ))}
    </>
  );
};

export default SidecarHooksPage;
