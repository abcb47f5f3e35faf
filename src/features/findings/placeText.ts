import type { TFunction } from 'i18next';
import type { Place } from '../../sidecars/checks/check';

/** Where a finding belongs, in the user's language. Sidecars are counted from 1 for people. */
export const placeText = (t: TFunction, place: Place): string => {
  switch (place.kind) {
    case 'annotation':
      if (place.index === undefined) {
        return t('Annotation');
      }
      return place.field === undefined
        ? t('Sidecar {{number}}', { number: place.index + 1 })
        : t('Sidecar {{number}}, {{field}}', { number: place.index + 1, field: place.field });
    case 'script':
      return t('{{configMap}}, {{entry}}, line {{line}}', {
        configMap: place.configMap,
        entry: place.key,
        line: place.line,
      });
    case 'vm':
      return t('VM, {{field}}', { field: place.field });
  }
};
