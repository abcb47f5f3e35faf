import {
  CodeBlock,
  CodeBlockCode,
  EmptyState,
  EmptyStateBody,
  ExpandableSection,
  PageSection,
} from '@patternfly/react-core';
import { ExclamationCircleIcon } from '@patternfly/react-icons';
import type { ReactElement, ReactNode } from 'react';

interface ErrorPageProps {
  title?: string;
  errorMessage: string;
  componentStack?: string;
  stack?: string;
  /** Instructions below the message. */
  children?: ReactNode;
}

export const ErrorPage = ({
  title = 'Something went wrong',
  errorMessage,
  componentStack = '',
  stack = '',
  children,
}: ErrorPageProps): ReactElement => (
  <PageSection hasBodyWrapper={false}>
    <EmptyState titleText={title} headingLevel="h1" icon={ExclamationCircleIcon} status="danger">
      <EmptyStateBody>{errorMessage}</EmptyStateBody>
      {children}
      {stack === '' && componentStack === '' ? null : (
        <ExpandableSection toggleText="Show details">
          <CodeBlock>
            <CodeBlockCode>{`${stack}\n${componentStack}`.trim()}</CodeBlockCode>
          </CodeBlock>
        </ExpandableSection>
      )}
    </EmptyState>
  </PageSection>
);
