import { ModalProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/ModalProvider';
import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import type { PluginStore } from '@openshift/dynamic-plugin-sdk';
import { PluginStoreProvider } from '@openshift/dynamic-plugin-sdk';
import type { ReactElement, ReactNode } from 'react';
import { Fragment, Suspense } from 'react';
import { Provider } from 'react-redux';
import { BrowserRouter } from 'react-router';
import { ConsoleLayout } from './layout/ConsoleLayout';
import { ErrorBoundary } from './layout/ErrorBoundary';
import { HostRoutes } from './pages/HostRoutes';
import { NamespaceProvider } from './namespace/NamespaceProvider';
import { FlagsFromExtensions } from './plugins/FlagsFromExtensions';
import { PerspectiveProvider } from './perspective/PerspectiveProvider';
import type { Session } from './session/session';
import { SessionContext } from './session/SessionContext';
import { useImpersonated } from './session/impersonation';
import { store } from './store/store';

interface AppProps {
  session: Session;
  pluginStore: PluginStore;
}

/** Everything shown belongs to one user, so it is mounted again for another user. */
const PerUser = ({ children }: { children: ReactNode }): ReactElement => (
  <Fragment key={useImpersonated()?.name ?? ''}>{children}</Fragment>
);

export const App = ({ session, pluginStore }: AppProps): ReactElement => (
  <ErrorBoundary>
    <SessionContext.Provider value={session}>
      <Provider store={store}>
        <PluginStoreProvider store={pluginStore}>
          <PerUser>
            {/* As in the console: a page that still loads shows so, instead of the page before it. */}
            <BrowserRouter unstable_useTransitions={false}>
              <NamespaceProvider>
                <PerspectiveProvider>
                  <Suspense fallback={null}>
                    <FlagsFromExtensions flags={session.flags} />
                    <OverlayProvider>
                      <ModalProvider>
                        <ConsoleLayout>
                          <HostRoutes />
                        </ConsoleLayout>
                      </ModalProvider>
                    </OverlayProvider>
                  </Suspense>
                </PerspectiveProvider>
              </NamespaceProvider>
            </BrowserRouter>
          </PerUser>
        </PluginStoreProvider>
      </Provider>
    </SessionContext.Provider>
  </ErrorBoundary>
);
