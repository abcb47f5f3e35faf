import { EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { usePluginInfo } from '@openshift/dynamic-plugin-sdk';
import { DocumentTitle } from '../layout/DocumentTitle';
import { LoadingPage } from './LoadingPage';
import type { ReactElement } from 'react';

interface NotFoundPageProps {
  title?: string;
  message?: string;
}

/** For an unknown page, kind or object. Shows a spinner while plugins load, because they may add the page. */
export const NotFoundPage = ({
  title = 'Page not found',
  message = 'Nothing is at this address.',
}: NotFoundPageProps): ReactElement => {
  const plugins = usePluginInfo();
  if (plugins.length === 0 || plugins.some(({ status }) => status === 'pending')) {
    return <LoadingPage />;
  }
  return (
    <PageSection hasBodyWrapper={false}>
      <DocumentTitle>{title}</DocumentTitle>
      <EmptyState titleText={title} headingLevel="h1" icon={SearchIcon}>
        <EmptyStateBody>{message}</EmptyStateBody>
      </EmptyState>
    </PageSection>
  );
};
