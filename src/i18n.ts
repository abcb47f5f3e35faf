import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** The namespace under which the console loads this plugin's sentences. */
export const I18N_NAMESPACE = 'plugin__kubevirt-sidecar-plugin';

/** React hook for the plugin's own sentences: English is the key. */
export const useSidecarTranslation = (): ReturnType<typeof useTranslation> => useTranslation(I18N_NAMESPACE);

/** A sentence that `src/sidecars` marks for translation, in the user's language. */
export const translateMarked = (
  translate: TFunction,
  sentence: string,
  params: Record<string, string | number> = {},
): string => translate(sentence, params);
