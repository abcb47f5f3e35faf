import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import { DocumentTitle, ListPageHeader, NamespaceBar } from '@openshift-console/dynamic-plugin-sdk';
import { Bullseye, PageSection, Spinner, Tab, TabContent, Tabs, TabTitleText } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useParams, useSearchParams } from 'react-router';
import { useSidecarTranslation } from '../../i18n';
import { PAGE_TABS, pageTabOf, type PageTab } from './pageTab';

const VirtualMachinesTab = lazy(async () => ({
  default: (await import('./virtualMachines/VirtualMachinesTab')).VirtualMachinesTab,
}));
const HookScriptsTab = lazy(async () => ({
  default: (await import('./hookScripts/HookScriptsTab')).HookScriptsTab,
}));
const FeatureGateTab = lazy(async () => import('./featureGate/FeatureGateTab'));

const TITLES: Record<PageTab, (t: TFunction) => string> = {
  'virtual-machines': (t) => t('Virtual machines'),
  'hook-scripts': (t) => t('Hook scripts'),
  'feature-gate': (t) => t('Feature gate'),
};

const contentId = (tab: PageTab): string => `ksp-tab-${tab}`;

const tabBody = (tab: PageTab, namespace: string | undefined): ReactElement => {
  switch (tab) {
    case 'virtual-machines':
      return <VirtualMachinesTab namespace={namespace} />;
    case 'hook-scripts':
      return <HookScriptsTab namespace={namespace} />;
    case 'feature-gate':
      return <FeatureGateTab />;
  }
};

/** The page "Sidecar hooks" of a namespace, or of all. Its tab is in the URL, with the tab's own filters. */
const SidecarHooksPage = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const { ns } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const active = pageTabOf(parameters);

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
              {tabBody(tab, ns)}
            </Suspense>
          ) : null}
        </TabContent>
      ))}
    </>
  );
};

export default SidecarHooksPage;
