import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import type { Finding } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { findingText } from './findingText';
import { placeText } from './placeText';
import { SEVERITY_VARIANTS } from './severity';

interface FindingAlertProps {
  finding: Finding;
  onFix?: (finding: Finding) => void;
  /** Another way to resolve it. */
  other?: { label: string; run: () => void } | undefined;
}

export const FindingAlert = ({ finding, onFix, other }: FindingAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = findingText(t, finding);
  const { place } = finding;
  // Where there is only one annotation to speak of, its name tells nothing.
  const isWholeAnnotation = place.kind === 'annotation' && place.index === undefined;
  const hasActions = (onFix !== undefined && finding.fix !== undefined) || other !== undefined;
  return (
    <InlineAlert
      variant={SEVERITY_VARIANTS[finding.severity]}
      title={what}
      data-test={`finding-${finding.id}`}
      actionLinks={
        !hasActions ? undefined : (
          <>
            {onFix === undefined || finding.fix === undefined ? null : (
              <AlertActionLink
                onClick={() => {
                  onFix(finding);
                }}
              >
                {t('Fix it')}
              </AlertActionLink>
            )}
            {other === undefined ? null : (
              <AlertActionLink onClick={other.run}>{other.label}</AlertActionLink>
            )}
          </>
        )
      }
    >
      <p>{why}</p>
      <p>{cure}</p>
      {isWholeAnnotation ? null : (
        <p className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{placeText(t, place)}</p>
      )}
    </InlineAlert>
  );
};
