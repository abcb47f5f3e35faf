import type { ReactElement } from 'react';
import { Label } from '@patternfly/react-core';
import { CheckIcon, QuestionCircleIcon, TimesCircleIcon } from '@patternfly/react-icons';
import type { Verification } from '../../sidecars/state/state';
import { useSidecarTranslation } from '../../i18n';

/** The result of comparing the live domain XML with the expected results. */
export const VerificationLabel = ({ verification }: { verification: Verification }): ReactElement => {
  const { t } = useSidecarTranslation();
  switch (verification) {
    case 'verified':
      return (
        <Label isCompact color="green" icon={<CheckIcon />}>
          {t('Verified')}
        </Label>
      );
    case 'mismatch':
      return (
        <Label isCompact color="red" icon={<TimesCircleIcon />}>
          {t('Mismatch')}
        </Label>
      );
    case 'notVerified':
      return (
        <Label isCompact color="grey" icon={<QuestionCircleIcon />}>
          {t('Not verified')}
        </Label>
      );
  }
};
