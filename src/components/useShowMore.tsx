import { useState, type ReactElement } from 'react';
import { Button } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

/** More of them take noticeably long to show. */
const PART = 50;

/**
 * React hook: shows a long list in parts.
 *
 * @returns how many of `total` items to show, and what to show below them
 */
export const useShowMore = (total: number): { shown: number; more: ReactElement | null } => {
  const { t } = useSidecarTranslation();
  const [limit, setLimit] = useState(PART);
  if (total <= limit) {
    return { shown: total, more: null };
  }
  return {
    shown: limit,
    more: (
      <>
        {t('The first {{shown}} of {{total}} are shown.', { shown: limit, total })}{' '}
        <Button
          variant="link"
          isInline
          onClick={() => {
            setLimit(limit + PART);
          }}
        >
          {t('Show more')}
        </Button>
      </>
    ),
  };
};
