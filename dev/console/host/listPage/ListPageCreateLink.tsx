import { Button } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { CreateAccessReview } from './useCreateAccess';
import { useCreateAccess } from './useCreateAccess';

interface ListPageCreateLinkProps {
  to: string;
  createAccessReview?: CreateAccessReview;
  children?: ReactNode;
}

export const ListPageCreateLink = ({
  to,
  createAccessReview,
  children,
}: ListPageCreateLinkProps): ReactElement | null =>
  useCreateAccess(createAccessReview) ? (
    <Button component={(props) => <Link {...props} to={to} />}>{children}</Button>
  ) : null;
