import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';

interface ListPageHeaderProps {
  title: string;
  badge?: ReactNode;
  helpText?: ReactNode;
  helpAlert?: ReactNode;
  hideFavoriteButton?: boolean;
  children?: ReactNode;
}

/** The heading of a page; `children` are its actions. */
export const ListPageHeader = ({
  title,
  badge,
  helpText,
  helpAlert,
  children,
}: ListPageHeaderProps): ReactElement => (
  <PageSection hasBodyWrapper={false} className="ech-page-heading">
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsCenter' }}
    >
      <Flex alignItems={{ default: 'alignItemsCenter' }} gap={{ default: 'gapSm' }}>
        <Title headingLevel="h1" data-test="page-heading">
          {title}
        </Title>
        {badge}
      </Flex>
      {children === undefined ? null : <FlexItem>{children}</FlexItem>}
    </Flex>
    {helpText === undefined ? null : <Content component="p">{helpText}</Content>}
    {helpAlert}
  </PageSection>
);
