import type { TFunction } from 'i18next';
import type { SourcePlace } from '../../sidecars/templates/sourcePlace';

/** Where a ConfigMap or claim must be, unless that is the namespace of the VM. */
export const placeNote = (t: TFunction, place: SourcePlace): string | undefined => {
  switch (place) {
    case 'template':
      return t('The template brings it: it is created with the VM.');
    case 'namespaceOfMade':
      return t('It must be in the namespace of each VM that is made.');
    case 'parameter':
      return t('The name has a parameter. It must be in the namespace of each VM that is made.');
    case 'namespace':
      return undefined;
  }
};
