import type { AlertProps } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import type { Severity } from '../../sidecars/checks/check';

export const severityText = (t: TFunction, severity: Severity): string =>
  ({ error: t('Error'), warning: t('Warning'), advice: t('Advice') })[severity];

/** How alerts show a severity. */
export const SEVERITY_VARIANTS = {
  error: 'danger',
  warning: 'warning',
  advice: 'info',
} as const satisfies Record<Severity, AlertProps['variant']>;
