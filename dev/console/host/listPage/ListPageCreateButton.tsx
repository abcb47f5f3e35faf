import type { ButtonProps } from '@patternfly/react-core';
import { Button } from '@patternfly/react-core';
import type { CreateAccessReview } from './useCreateAccess';
import { useCreateAccess } from './useCreateAccess';
import type { ReactElement } from 'react';

/** A primary button; hidden if the user may not create. */
export const ListPageCreateButton = ({
  createAccessReview,
  ...button
}: ButtonProps & { createAccessReview?: CreateAccessReview }): ReactElement | null =>
  useCreateAccess(createAccessReview) ? <Button {...button} /> : null;
