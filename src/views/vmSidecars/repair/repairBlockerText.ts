import type { TFunction } from 'i18next';
import type { RepairBlocker } from '../../../sidecars/plans/repairDraft';

export const repairBlockerText = (t: TFunction, blocker: RepairBlocker): string | undefined => {
  switch (blocker) {
    case 'malformed':
      return t('KubeVirt cannot read this text yet.');
    case 'unchanged':
      return t('Nothing is changed yet.');
    case undefined:
      return undefined;
  }
};
