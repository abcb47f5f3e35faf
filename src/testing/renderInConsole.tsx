import { OverlayProvider } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/OverlayProvider';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import type { RenderResult } from '@testing-library/react';
import { render } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import type { ReactElement } from 'react';
import { Suspense } from 'react';
import { initReactI18next } from 'react-i18next';
import { Provider } from 'react-redux';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import type { ClusterTiming, Persona, RunningCluster, StoredObject } from '../../dev/cluster/contract';
import type { Behaviour } from '../../dev/cluster';
import { startCluster } from '../../dev/cluster';
import { registerKubeVirt } from '../../dev/cluster/kubevirt';
import { platformObjects } from '../../dev/cluster/kubevirt/platform';
import { discoverModels } from '../../dev/console/host/store/discovery';
import { createHostStore } from '../../dev/console/host/store/store';
import english from '../../locales/en/plugin__kubevirt-sidecar-plugin.json';
import { I18N_NAMESPACE } from '../i18n';
import { stopSharedLists } from '../k8s/listWatch/sharedLists';
import { forgetServedGroups } from '../k8s/servedGroups';
import { connectToCluster } from './clusterTransport';

/** Cluster timing without delays. */
const AT_ONCE: ClusterTiming = {
  podStart: 1,
  domainStart: 1,
  hookSocketTimeout: 50,
  hcoReconcile: 10,
  syncRetry: 200,
  shutdown: 1,
};

/** An embedded cluster for a spec file, by default with KubeVirt's behaviour. Close it in `afterAll`. */
export const startTestCluster = async (
  objects: readonly StoredObject[] = [],
  behaviours: readonly Behaviour[] = [registerKubeVirt],
): Promise<RunningCluster> => {
  const cluster = await startCluster({
    port: 0,
    objects,
    behaviours,
    timing: AT_ONCE,
    faults: true,
  });
  return {
    ...cluster,
    close: async () => {
      // Unused lists, and what is served, stay cached, but must not serve the next cluster.
      stopSharedLists();
      forgetServedGroups();
      await cluster.close();
    },
  };
};

/** The same with KubeVirt 1.9 installed by HCO, and its gate on. */
export const startKubeVirtCluster = async (objects: readonly StoredObject[] = []): Promise<RunningCluster> =>
  startTestCluster([
    ...platformObjects({ kubeVirtVersion: 'v1.9.0', hco: true, sidecarGate: true }),
    ...objects,
  ]);

await i18next.use(initReactI18next).init({
  lng: 'en',
  ns: [I18N_NAMESPACE],
  defaultNS: I18N_NAMESPACE,
  nsSeparator: '~',
  keySeparator: false,
  resources: { en: { [I18N_NAMESPACE]: english } },
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

export interface InConsole extends RenderResult {
  user: UserEvent;
}

/**
 * Renders a component as the console would, with the real SDK over the host's store, router, overlays and texts. Its API
 * calls go to the cluster as `persona`.
 */
export const renderInConsole = async (
  element: ReactElement,
  options: { cluster: RunningCluster; persona?: Persona['id']; path?: string; route?: string },
): Promise<InConsole> => {
  const { cluster, persona = 'admin', path = '/', route = '*' } = options;
  vi.unstubAllGlobals();
  connectToCluster(cluster, persona);
  const store = createHostStore();
  storeHandler.setStore(store);
  await store.dispatch(discoverModels());
  const result = render(
    <Provider store={store}>
      <MemoryRouter initialEntries={[path]}>
        <OverlayProvider>
          <Suspense fallback={null}>
            <Routes>
              <Route path={route} element={element} />
            </Routes>
          </Suspense>
        </OverlayProvider>
      </MemoryRouter>
    </Provider>,
  );
  return { ...result, user: userEvent.setup() };
};
