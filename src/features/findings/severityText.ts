import type { TFunction } from 'i18next';
import type { Severity } from '../../sidecars/checks/check';

export const severityText = (t: TFunction, severity: Severity): string =>
  ({ error: t('Error'), warning: t('Warning'), advice: t('Advice') })[severity];
