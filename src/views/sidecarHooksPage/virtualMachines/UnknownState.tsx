import type { ReactElement } from 'react';
import { Label, Skeleton } from '@patternfly/react-core';
import { UnknownIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../../i18n';

/** Replaces a state that is still loading, or that this user cannot know. */
export const UnknownState = ({ isLoading }: { isLoading: boolean }): ReactElement => {
  const { t } = useSidecarTranslation();
  return isLoading ? (
    <Skeleton width="8rem" screenreaderText={t('Loading the state')} />
  ) : (
    <Label isCompact variant="outline" icon={<UnknownIcon />}>
      {t('Unknown')}
    </Label>
  );
};
