import { Page, PageSidebar, PageSidebarBody, SkipToContent } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { PageNamespaceBar } from '../namespace/PageNamespaceBar';
import { Navigation } from '../nav/Navigation';
import { PerspectiveSwitcher } from '../perspective/PerspectiveSwitcher';
import { PluginFailures } from '../plugins/PluginFailures';
import { useSession } from '../session/SessionContext';
import { ViewedAs } from '../session/ViewedAs';
import { ClusterTrouble } from './ClusterTrouble';
import { ConsoleMasthead } from './ConsoleMasthead';
import { SessionOver } from './SessionOver';

const MAIN_ID = 'content';
const WIDE = '(min-width: 1200px)';

/** A separate component, so that a change of location does not render the whole layout. */
const OnMove = ({ run }: { run: () => void }): null => {
  const { pathname } = useLocation();
  useEffect(run, [run, pathname]);
  return null;
};

/** Masthead, navigation and the page. On narrow screens the navigation covers the page and closes after a click. */
export const ConsoleLayout = ({ children }: { children: ReactNode }): ReactElement => {
  const { ownCluster } = useSession();
  const [isOpen, setIsOpen] = useState(() => window.matchMedia(WIDE).matches);

  useEffect(() => {
    const media = window.matchMedia(WIDE);
    const follow = (): void => {
      setIsOpen(media.matches);
    };
    media.addEventListener('change', follow);
    return () => {
      media.removeEventListener('change', follow);
    };
  }, []);
  const closeOverPage = useCallback(() => {
    if (!window.matchMedia(WIDE).matches) {
      setIsOpen(false);
    }
  }, []);

  return (
    <Page
      masthead={
        <ConsoleMasthead
          isNavOpen={isOpen}
          onNavToggle={() => {
            setIsOpen(!isOpen);
          }}
        />
      }
      sidebar={
        <PageSidebar isSidebarOpen={isOpen}>
          {/* Elements in a collapsed sidebar must not get the focus. */}
          {isOpen ? <PerspectiveSwitcher /> : null}
          <PageSidebarBody>
            <Navigation />
          </PageSidebarBody>
        </PageSidebar>
      }
      skipToContent={<SkipToContent href={`#${MAIN_ID}`}>Skip to content</SkipToContent>}
      mainContainerId={MAIN_ID}
      isContentFilled
    >
      <OnMove run={closeOverPage} />
      <ViewedAs />
      <SessionOver />
      {ownCluster === undefined ? null : <ClusterTrouble />}
      <PluginFailures />
      <PageNamespaceBar />
      {children}
    </Page>
  );
};
