import type { AlertProps } from '@patternfly/react-core';
import type { Severity } from '../../sidecars/checks/check';

/** How alerts show a severity. */
export const SEVERITY_VARIANTS = {
  error: 'danger',
  warning: 'warning',
  advice: 'info',
} as const satisfies Record<Severity, AlertProps['variant']>;
