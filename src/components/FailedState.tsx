import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { BanIcon, CubesIcon, ExclamationCircleIcon, SearchIcon } from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import { describeFailure, isForbidden, isNotFound, isNotInstalled } from '../k8s/apiError';
import { useSidecarTranslation } from '../i18n';

interface FailedStateProps {
  error: unknown;
  /** What could not be read, as a noun phrase in the user's language: "virtual machines". */
  what: string;
  onRetry?: () => void;
}

interface FailureLook {
  icon: typeof BanIcon;
  status?: 'danger' | 'warning';
  title: string;
  body: string;
}

const lookOf = (t: TFunction, error: unknown, what: string): FailureLook => {
  const { message } = describeFailure(error);
  if (isForbidden(error)) {
    return {
      icon: BanIcon,
      status: 'warning',
      title: t('You may not read {{what}}', { what }),
      body: t('Ask an administrator for access. The cluster said: {{message}}', { message }),
    };
  }
  if (isNotInstalled(error)) {
    return {
      icon: CubesIcon,
      title: t('KubeVirt is not installed on this cluster'),
      body: t(
        'Hook sidecars change KubeVirt virtual machines. Install OpenShift Virtualization or KubeVirt first.',
      ),
    };
  }
  if (isNotFound(error)) {
    return { icon: SearchIcon, title: t('Not found: {{what}}', { what }), body: message };
  }
  return {
    icon: ExclamationCircleIcon,
    status: 'danger',
    title: t('Could not read {{what}}', { what }),
    body: t('The cluster said: {{message}}', { message }),
  };
};

/** Says why something could not be read: forbidden, not installed, not found and broken look different. */
export const FailedState = ({ error, what, onRetry }: FailedStateProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { icon, status, title, body } = lookOf(t, error, what);
  return (
    <EmptyState
      icon={icon}
      titleText={title}
      headingLevel="h2"
      {...(status === undefined ? {} : { status })}
      data-test="failed-state"
    >
      <EmptyStateBody>{body}</EmptyStateBody>
      {onRetry === undefined ? null : (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="link" onClick={onRetry}>
              {t('Try again')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
};
