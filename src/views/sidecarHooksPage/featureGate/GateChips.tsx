import type { ReactElement } from 'react';
import { Label, LabelGroup } from '@patternfly/react-core';
import { CheckCircleIcon, ExclamationTriangleIcon, TimesCircleIcon } from '@patternfly/react-icons';
import { FEATURE_GATE } from '../../../sidecars/annotation/constants';
import { useSidecarTranslation } from '../../../i18n';

interface GateChipsProps {
  gates: readonly string[];
  /** The list's accessible name. */
  label: string;
  /** On the list of disabled gates, Sidecar is marked as a problem. */
  isDisabledList?: boolean;
  misspelt?: string | undefined;
}

/** A list of feature gates in which Sidecar is highlighted. */
export const GateChips = ({
  gates,
  label,
  isDisabledList = false,
  misspelt,
}: GateChipsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  if (gates.length === 0) {
    return <span className="pf-v6-u-text-color-subtle">{t('None')}</span>;
  }
  return (
    <LabelGroup aria-label={label} numLabels={40} isCompact>
      {gates.map((gate, index) => {
        const look =
          gate === FEATURE_GATE
            ? isDisabledList
              ? { status: 'danger' as const, icon: <TimesCircleIcon /> }
              : { status: 'success' as const, icon: <CheckCircleIcon /> }
            : gate === misspelt
              ? { status: 'warning' as const, icon: <ExclamationTriangleIcon /> }
              : { variant: 'outline' as const };
        return (
          <Label key={`${gate} ${index}`} isCompact {...look}>
            {gate}
          </Label>
        );
      })}
    </LabelGroup>
  );
};
