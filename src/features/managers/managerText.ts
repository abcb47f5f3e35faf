import type { TFunction } from 'i18next';
import type { Manager } from '../../sidecars/objects/managers';

export const managerName = (t: TFunction, { by, name, kind = '' }: Manager): string => {
  switch (by) {
    case 'argoCd':
      return t('Argo CD application {{name}}', { name });
    case 'flux':
      return t('Flux ({{name}})', { name });
    case 'helm':
      return t('Helm release {{name}}', { name });
    case 'pool':
      return t('VM pool {{name}}', { name });
    case 'owner':
      return `${kind} ${name}`;
    case 'applier':
      return t('field manager {{name}}', { name });
  }
};

/** What the manager does with a change, and what to do about it. */
export const managerConsequence = (t: TFunction, { by, reverts }: Manager): string => {
  if (by === 'pool') {
    return t('When the template of the pool changes, it overwrites this VM. Change the pool instead.');
  }
  if (by === 'owner') {
    return t('It may revert the change.');
  }
  if (!reverts) {
    return t('Its source does not have this change. Commit it there too, so that it is not lost.');
  }
  return by === 'helm'
    ? t('Its chart has this annotation: the next upgrade may revert the change. Change the chart instead.')
    : t('It writes this annotation itself, so it reverts the change. Change its source instead.');
};
