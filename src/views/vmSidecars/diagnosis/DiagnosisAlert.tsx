import type { ReactElement } from 'react';
import { Alert, AlertActionLink } from '@patternfly/react-core';
import { Link } from 'react-router';
import { diagnosisText } from '../../../features/findings/diagnosisText';
import { SEVERITY_VARIANTS } from '../../../features/findings/severityVariants';
import type { DiagnosisFinding } from '../../../sidecars/diagnosis/diagnose';
import { useSidecarTranslation } from '../../../i18n';
import { EvidenceList } from './EvidenceList';

/** Something to do about a finding: either a place to go to or an action. */
export type Cure = { label: string } & ({ path: string } | { run: () => void });

interface DiagnosisAlertProps {
  finding: DiagnosisFinding;
  cures: readonly Cure[];
}

/** What happened, why, what to do, and what the cluster said. */
export const DiagnosisAlert = ({ finding, cures }: DiagnosisAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = diagnosisText(t, finding);
  return (
    <Alert
      isInline
      component="p"
      variant={SEVERITY_VARIANTS[finding.severity]}
      title={what}
      data-test={`diagnosis-${finding.id}`}
      {...(cures.length === 0
        ? {}
        : {
            actionLinks: cures.map((one) =>
              'path' in one ? (
                <Link key={one.label} to={one.path}>
                  {one.label}
                </Link>
              ) : (
                <AlertActionLink key={one.label} onClick={one.run}>
                  {one.label}
                </AlertActionLink>
              ),
            ),
          })}
    >
      <p>{why}</p>
      <p>{cure}</p>
      {finding.evidence.length === 0 ? null : <EvidenceList evidence={finding.evidence} />}
    </Alert>
  );
};
