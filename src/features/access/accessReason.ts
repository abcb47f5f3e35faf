import type { TFunction } from 'i18next';
import type { Access } from '../../k8s/useAccess';

/** Why an action is disabled; undefined if it is enabled. `denied`: the text if the user may not do it. */
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
