import type { ReactElement } from 'react';
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { DocumentTitle, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection, Tab, TabContent, Tabs, TabTitleText } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useParams, useSearchParams } from 'react-router';
import { lazyPart, type LazyPart } from '../../components/lazyPart/lazyPart';
import { useSidecarTranslation } from '../../i18n';

/** The tabs of the page; the first is the default. */
const PAGE_TABS = ['virtual-machines', 'templates', 'hook-scripts', 'feature-gate'] as const;
type PageTab = (typeof PAGE_TABS)[number];

const pageTabOf = (parameters: URLSearchParams): PageTab => {
  const asked = parameters.get('tab');
  return PAGE_TABS.find((tab) => tab === asked) ?? PAGE_TABS[0];
};

// The size budget refers to these chunk names.
const TABS: Record<PageTab, LazyPart<{ namespace: string | undefined }>> = {
  'virtual-machines': lazyPart(
    'page',
    async () =>
      (await import(/* webpackChunkName: "tab-virtual-machines" */ './virtualMachines/VirtualMachinesTab'))
        .VirtualMachinesTab,
  ),
  templates: lazyPart(
    'page',
    async () => (await import(/* webpackChunkName: "tab-templates" */ './templates/TemplatesTab')).default,
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
  templates: (t) => t('Templates'),
  'hook-scripts': (t) => t('Hook scripts'),
  'feature-gate': (t) => t('Feature gate'),
};

const contentId = (tab: PageTab): string => `ksp-tab-${tab}`;

/** Memoized, because PatternFly's tabs make the browser lay out the page at each render. */
const PageTabs = memo(
  ({ active, onSelect }: { active: PageTab; onSelect: (tab: PageTab) => void }): ReactElement => {
    const { t } = useSidecarTranslation();
    return (
      <>
        <DocumentTitle>{t('Hook sidecars')}</DocumentTitle>
        <ListPageHeader title={t('Hook sidecars')} />
        <PageSection type="tabs" hasBodyWrapper={false}>
          <Tabs
            usePageInsets
            activeKey={active}
            aria-label={t('Hook sidecars')}
            onSelect={(_event, key) => {
              onSelect(PAGE_TABS.find((tab) => tab === key) ?? PAGE_TABS[0]);
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
      </>
    );
  },
);

/** The page "Hook sidecars" of one or all namespaces. The URL has its tab, with the tab's own filters. */
const SidecarHooksPage = (): ReactElement => {
  const { ns } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const active = pageTabOf(parameters);
  // The router's function changes with each URL.
  const latest = useRef(setParameters);
  useLayoutEffect(() => {
    latest.current = setParameters;
  }, [setParameters]);
  const onSelect = useCallback((tab: PageTab) => {
    // The filters of one tab do not apply to the others.
    latest.current(tab === PAGE_TABS[0] ? {} : { tab });
  }, []);
  const content = useMemo(() => {
    const { Part } = TABS[active];
    return <Part namespace={ns} />;
  }, [active, ns]);

  return (
    <>
      <PageTabs active={active} onSelect={onSelect} />
      {PAGE_TABS.map((tab) => (
        <TabContent key={tab} id={contentId(tab)} eventKey={tab} activeKey={active} hidden={tab !== active}>
          {tab === active ? content : null}
        </TabContent>
      ))}
    </>
  );
};

export default SidecarHooksPage;
