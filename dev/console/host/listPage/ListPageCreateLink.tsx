import { Button } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CreateAccessReview } from './useCreateAccess';
import { useCreateAccess } from './useCreateAccess';

interface ListPageCreateLinkProps {
  to: string;
  createAccessReview?: CreateAccessReview;
  children?: ReactNode;
}

export const ListPageCreateLink = ({ to, createAccessReview, children }: ListPageCreateLinkProps): JSX.Element | null =>
  useCreateAccess(createAccessReview) ? (
    <Button component={(props) => <Link {...props} to={to} />}>{children}</Button>
  ) : null;
