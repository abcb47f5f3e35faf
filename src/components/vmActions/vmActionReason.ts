import type { TFunction } from 'i18next';
import type { Access } from '../../k8s/useAccess';

/** Why an action cannot be taken; undefined when it can. */
export const accessReason = (t: TFunction, access: Access, refusal: string): string | undefined => {
  switch (access) {
    case 'allowed':
      return undefined;
    case 'denied':
      return refusal;
    case 'asking':
      return t('Asking the cluster what you may do');
  }
};
