import { useTranslation } from 'react-i18next';

/** The namespace under which the console loads this plugin's sentences. */
export const I18N_NAMESPACE = 'plugin__kubevirt-sidecar-plugin';

/** React hook for the plugin's own sentences: English is the key. */
export const useSidecarTranslation = (): ReturnType<typeof useTranslation> => useTranslation(I18N_NAMESPACE);
