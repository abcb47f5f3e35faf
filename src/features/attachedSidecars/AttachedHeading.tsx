import type { ReactElement } from 'react';
import { useEffect, useId } from 'react';
import { useLocation } from 'react-router';
import { Title } from '@patternfly/react-core';
import { ATTACHED_SIDECARS_HASH } from '../vmTab/vmTabPath';
import { useSidecarTranslation } from '../../i18n';
import './AttachedHeading.css';

/**
 * The heading above the cards. Gets the focus, visibly, each time a link leads to it: for a user who is on the tab already,
 * nothing else would happen.
 */
export const AttachedHeading = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { hash, key } = useLocation();

  useEffect(() => {
    if (hash === ATTACHED_SIDECARS_HASH) {
      // A Title has no ref.
      document.getElementById(id)?.focus();
    }
  }, [id, hash, key]);

  return (
    <Title id={id} headingLevel="h3" size="md" tabIndex={-1} className="ksp-attached-heading">
      {t('Attached sidecars')}
    </Title>
  );
};
