import type { ReactElement, ReactNode } from 'react';
import { AlertActionLink, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from './InlineAlert';
import type { Loadable } from '../loadable';
import { useSidecarTranslation } from '../i18n';
import { FailedState } from './FailedState';
import { failureText } from './failureText';
import { StaleAlert } from './StaleAlert';
import { SlowHint } from './SlowHint';

interface LoadableBodyProps<T> {
  value: Loadable<T>;
  /** What could not be read, as a noun phrase in the user's language: "virtual machines". */
  what: string;
  /** Replaces the content if it returns a node. */
  empty?: (data: T) => ReactNode;
  /** Whether all namespaces were requested. */
  isAcrossNamespaces?: boolean;
  /** Shown while loading; by default a few grey lines. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Shows error, loading, empty state or content. Content stays visible while it is refreshed. */
export const LoadableBody = <T,>({
  value,
  what,
  empty,
  isAcrossNamespaces = false,
  loading,
  children,
}: LoadableBodyProps<T>): ReactElement => {
  const { t } = useSidecarTranslation();
  switch (value.status) {
    case 'failed':
      return (
        <FailedState
          error={value.error}
          what={what}
          isAcrossNamespaces={isAcrossNamespaces}
          onRetry={value.retry}
        />
      );
    case 'loading':
      return (
        <div role="status" aria-live="polite" aria-busy="true">
          {loading ?? (
            <Stack hasGutter>
              <StackItem>
                <Skeleton screenreaderText={t('Loading {{what}}', { what })} />
              </StackItem>
              <StackItem>
                <Skeleton width="75%" />
              </StackItem>
              <StackItem>
                <Skeleton width="50%" />
              </StackItem>
            </Stack>
          )}
          <SlowHint />
        </div>
      );
    case 'loaded':
      return (
        <>
          {value.problem === undefined ? null : (
            <InlineAlert
              variant="warning"
              className="pf-v6-u-mb-md"
              title={t('What is shown may be out of date: {{what}} could not be refreshed.', { what })}
              actionLinks={
                value.retry === undefined ? undefined : (
                  <AlertActionLink onClick={value.retry}>{t('Try again')}</AlertActionLink>
                )
              }
            >
              <p>{failureText(t, value.problem)}</p>
              {value.retry === undefined ? null : <p>{t('It is retried automatically.')}</p>}
            </InlineAlert>
          )}
          {value.problem !== undefined || value.staleSince === undefined ? null : (
            <StaleAlert since={value.staleSince} />
          )}
          {empty?.(value.data) ?? children(value.data)}
        </>
      );
  }
};
