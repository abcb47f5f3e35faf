import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { BanIcon, CubesIcon, ExclamationCircleIcon, LockIcon, SearchIcon } from '@patternfly/react-icons';
import type { TFunction } from 'i18next';
import { describeFailure, isForbidden, isNotFound, isNotInstalled, isSessionOver } from '../apiError';
import { useSidecarTranslation } from '../i18n';
import { NamespaceChoice } from './NamespaceChoice';
import { failureText } from './failureText';

interface FailedStateProps {
  error: unknown;
  /** What could not be read, as a noun phrase in the user's language: "virtual machines". */
  what: string;
  /** Whether all namespaces were requested: a user who may not do that may still read single ones. */
  isAcrossNamespaces?: boolean;
  /** Retries now. If it is given, automatic retries run too. */
  onRetry?: () => void;
}

const KUBEVIRT_SITE = 'https://kubevirt.io/';

interface FailureDisplay {
  icon: typeof BanIcon;
  status?: 'danger' | 'warning';
  title: string;
  body: string;
}

const displayOf = (
  t: TFunction,
  error: unknown,
  what: string,
  isAcrossNamespaces: boolean,
): FailureDisplay => {
  const { message } = describeFailure(error);
  if (isForbidden(error) && isAcrossNamespaces) {
    return {
      icon: SearchIcon,
      title: t('Choose a namespace'),
      body: t('You may not read {{what}} of all namespaces at once. The cluster said: {{message}}', {
        what,
        message,
      }),
    };
  }
  if (isSessionOver(error)) {
    return {
      icon: LockIcon,
      status: 'warning',
      title: t('Your session has expired'),
      body: t('Log in again in another tab of your browser and this page continues, or reload this page.'),
    };
  }
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
    body: failureText(t, error),
  };
};

/** Explains why something could not be read. Forbidden, not installed, not found and other errors look different. */
export const FailedState = ({
  error,
  what,
  isAcrossNamespaces = false,
  onRetry,
}: FailedStateProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { icon, status, title, body } = displayOf(t, error, what, isAcrossNamespaces);
  return (
    <EmptyState icon={icon} titleText={title} headingLevel="h2" status={status} data-test="failed-state">
      <EmptyStateBody>
        <p>{body}</p>
        {onRetry === undefined || isSessionOver(error) ? null : <p>{t('It is retried automatically.')}</p>}
      </EmptyStateBody>
      {isForbidden(error) && isAcrossNamespaces ? (
        <EmptyStateFooter>
          <EmptyStateActions>
            <NamespaceChoice />
          </EmptyStateActions>
        </EmptyStateFooter>
      ) : null}
      {isNotInstalled(error) ? (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button
              component="a"
              variant="link"
              href={KUBEVIRT_SITE}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('What KubeVirt is and how to install it')}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      ) : null}
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
