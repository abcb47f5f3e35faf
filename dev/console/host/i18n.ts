import i18next from 'i18next';
import type { BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Loads texts as the console does: one request per language and namespace. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, callback) => {
    fetch(`/locales/resource.json?lng=${encodeURIComponent(language)}&ns=${encodeURIComponent(namespace)}`)
      .then(async (response) => {
        if (!response.ok) {
          throw new Error(`No texts for ${namespace} in ${language} (${response.status})`);
        }
        callback(null, (await response.json()) as Record<string, string>);
      })
      .catch((error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), false);
      });
  },
};

/** i18next with the console's settings: English sentences are keys, `~` separates namespace and plural form. */
export const startTranslations = async (): Promise<void> => {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      load: 'languageOnly',
      // The host's own texts are English and need no namespace, but react-i18next requires a default one.
      ns: [],
      defaultNS: 'host',
      resources: { en: { host: {} } },
      partialBundledLanguages: true,
      nsSeparator: '~',
      keySeparator: false,
      contextSeparator: '~',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      showSupportNotice: false,
    });
};
