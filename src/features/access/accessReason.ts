import type { TFunction } from 'i18next';
import type { Access } from '../../k8s/useAccess';

/** Why something cannot be done now; undefined when it can. `denied`: what to say when the user may not. */
export const accessReason = (t: TFunction, access: Access, denied: string): string | undefined => {
  switch (access) {
    case 'allowed':
      return undefined;
    case 'asking':
      return t('Checking whether you may do this');
    case 'denied':
      return denied;
  }
};
