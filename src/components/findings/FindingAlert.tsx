import type { ReactElement } from 'react';
import { AlertActionLink } from '@patternfly/react-core';
import { InlineAlert } from '../InlineAlert';
import type { Finding, Severity } from '../../sidecars/checks/check';
import { useSidecarTranslation } from '../../i18n';
import { findingText } from './findingText';
import { placeText } from './placeText';

interface FindingAlertProps {
  finding: Finding;
  onFix?: (finding: Finding) => void;
}

const VARIANTS = { error: 'danger', warning: 'warning', advice: 'info' } as const satisfies Record<
  Severity,
  string
>;

export const FindingAlert = ({ finding, onFix }: FindingAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = findingText(t, finding);
  const { place } = finding;
  // Where there is only one annotation to speak of, its name tells nothing.
  const isWholeAnnotation = place.kind === 'annotation' && place.index === undefined;
  return (
    <InlineAlert
      variant={VARIANTS[finding.severity]}
      title={what}
      data-test={`finding-${finding.id}`}
      {...(onFix === undefined || finding.fix === undefined
        ? {}
        : {
            actionLinks: (
              <AlertActionLink
                onClick={() => {
                  onFix(finding);
                }}
              >
                {t('Fix it')}
              </AlertActionLink>
            ),
          })}
    >
      <p>{why}</p>
      <p>{cure}</p>
      {isWholeAnnotation ? null : (
        <p className="pf-v6-u-font-size-sm pf-v6-u-text-color-subtle">{placeText(t, place)}</p>
      )}
    </InlineAlert>
  );
};
