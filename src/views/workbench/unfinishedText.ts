import type { TFunction } from 'i18next';
import type { ScriptUnfinished } from '../../sidecars/plans/script/scriptBlocked';

/** What the user must still do before saving a script. */
export const unfinishedText = (t: TFunction, unfinished: ScriptUnfinished): string => {
  switch (unfinished) {
    case 'name':
      return t('Give the new script a valid name first.');
    case 'taken':
      return t('A ConfigMap of this name exists already. Use another name.');
    case 'key':
      return t('Give the new script a valid key first.');
    case 'empty':
      return t('Write the script first.');
  }
};
