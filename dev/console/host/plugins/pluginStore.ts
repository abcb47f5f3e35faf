import { PluginStore } from '@openshift/dynamic-plugin-sdk';
import i18next from 'i18next';

const PLUGIN_NAME = 'kubevirt-sidecar-plugin';

export const MANIFEST_URL = `/api/plugins/${PLUGIN_NAME}/plugin-manifest.json`;

/** The console's plugin API version that this host implements. */
const PLUGIN_API_VERSION = '4.22.0';

const fetchResource = async (url: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(url, init);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status} ${response.statusText}`);
  }
  return response;
};

/** The real plugin loader with the console's settings. It shares this host's modules. */
export const createPluginStore = async (): Promise<PluginStore> => {
  await __webpack_init_sharing__('default');
  return new PluginStore({
    loaderOptions: {
      entryCallbackSettings: { name: '__load_plugin_entry__' },
      sharedScope: __webpack_share_scopes__.default,
      customDependencyResolutions: { '@console/pluginAPI': PLUGIN_API_VERSION },
      fetchImpl: fetchResource,
    },
  });
};

/** Loads the plugin's texts, for the labels of its extensions. Without them the English keys show. */
export const loadPluginTexts = async (): Promise<void> => {
  await i18next.loadNamespaces(`plugin__${PLUGIN_NAME}`);
};
