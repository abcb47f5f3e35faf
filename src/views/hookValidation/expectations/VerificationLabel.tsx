import type { ReactElement } from 'react';
import { Label } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../../i18n';
import type { Verification } from '../../../sidecars/state';

/** How the domain XML compares with the expected results, in a word. */
export const VerificationLabel = ({ verification }: { verification: Verification }): ReactElement => {
  const { t } = useSidecarTranslation();
  switch (verification) {
    case 'verified':
      return (
        <Label status="success" data-test="verification">
          {t('Verified')}
        </Label>
      );
    case 'mismatch':
      return (
        <Label status="danger" data-test="verification">
          {t('Mismatch')}
        </Label>
      );
    case 'notVerified':
      return (
        <Label color="grey" data-test="verification">
          {t('Not verified')}
        </Label>
      );
  }
};
