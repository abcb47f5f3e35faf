import type { ReactElement } from 'react';
import { Label, type LabelProps } from '@patternfly/react-core';
import { CheckIcon, QuestionCircleIcon, TimesCircleIcon } from '@patternfly/react-icons';
import type { Verification } from '../../sidecars/state/state';
import { useSidecarTranslation } from '../../i18n';
import { verificationText } from './verificationText';

const STYLES: Record<Verification, Pick<LabelProps, 'color' | 'icon'>> = {
  verified: { color: 'green', icon: <CheckIcon /> },
  mismatch: { color: 'red', icon: <TimesCircleIcon /> },
  notChecked: { color: 'grey', icon: <QuestionCircleIcon /> },
};

/** The result of comparing the live domain XML with the expected results. */
export const VerificationLabel = ({ verification }: { verification: Verification }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Label isCompact {...STYLES[verification]} data-test="verification">
      {verificationText(t, verification).label}
    </Label>
  );
};
