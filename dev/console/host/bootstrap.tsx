// Webpack shares only modules that the host imports by name: plugins import the SDK's index, the host its single files.
import '@openshift-console/dynamic-plugin-sdk';
import { createRoot } from 'react-dom/client';
import './host.css';
import { App } from './App';
import { startTranslations } from './i18n';
import { createPluginStore, loadPluginTexts } from './plugins/pluginStore';
import { loadSession } from './session/session';
import { setSessionUser } from './store/coreReducer';
import { discoverModels } from './store/discovery';
import { store } from './store/store';

/** Renders the console. Rejects when the host itself cannot start. */
export const start = async (): Promise<void> => {
  const root = document.getElementById('app');
  if (root === null) {
    throw new Error('The document has no element with the id "app".');
  }
  const [session, pluginStore] = await Promise.all([loadSession(), createPluginStore(), startTranslations()]);
  await loadPluginTexts();
  store.dispatch(setSessionUser({ username: session.user.name, groups: session.user.groups }));
  void store.dispatch(discoverModels());
  // No StrictMode: the console does not use it, and it would double every watch.
  createRoot(root).render(<App session={session} pluginStore={pluginStore} />);
};
