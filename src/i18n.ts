import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** The namespace of this plugin's texts in the console. */
export const I18N_NAMESPACE = 'plugin__kubevirt-sidecar-plugin';

/** React hook for the plugin's texts, whose keys are English. */
export const useSidecarTranslation = (): ReturnType<typeof useTranslation> => useTranslation(I18N_NAMESPACE);

/** Translates a text that `src/sidecars` has marked for translation. */
export const translateMarked = (
  translate: TFunction,
  sentence: string,
  params: Record<string, string | number> = {},
): string => translate(sentence, params);
