import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

const SLOW_AFTER_MS = 8_000;

/** Appears after a while, because a spinner alone does not show that the cluster is slow. */
export const SlowHint = (): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isSlow ? (
    <HelperText className="pf-v6-u-mt-md">
      <HelperTextItem variant="indeterminate">
        {t('The cluster is slow to answer. This page is still waiting for it.')}
      </HelperTextItem>
    </HelperText>
  ) : null;
};
