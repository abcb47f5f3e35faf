import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { Alert, AlertActionLink } from '@patternfly/react-core';
import { Link } from 'react-router';
import { diagnosisText } from '../../../features/findings/diagnosisText';
import { findingText } from '../../../features/findings/findingText';
import { SEVERITY_VARIANTS } from '../../../features/findings/severity';
import type { Finding } from '../../../sidecars/checks/check';
import type { DiagnosisFinding } from '../../../sidecars/diagnosis/diagnose';
import { useSidecarTranslation } from '../../../i18n';
import { EvidenceList } from './EvidenceList';

/** A way to fix a finding: a link or an action. */
export type Cure = { label: string } & ({ path: string } | { run: () => void });

interface DiagnosisAlertProps {
  finding: DiagnosisFinding;
  /** Findings of checks with the same cause. They name the exact problem, so their texts replace the general one. */
  checks: readonly Finding[];
  cures: readonly Cure[];
}

// Titles have no full stop; these are sentences.
const checkSentences = (t: TFunction, finding: Finding): string[] => {
  const { what, why, cure } = findingText(t, finding);
  return [t('{{problem}}.', { problem: what }), why, cure];
};

/** What happened, why, what to do, and the cluster's messages. */
export const DiagnosisAlert = ({ finding, checks, cures }: DiagnosisAlertProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { what, why, cure } = diagnosisText(t, finding);
  return (
    <Alert
      isInline
      component="p"
      variant={SEVERITY_VARIANTS[finding.severity]}
      title={what}
      data-test={`diagnosis-${finding.id}`}
      actionLinks={
        cures.length === 0
          ? undefined
          : cures.map((one) =>
              'path' in one ? (
                <Link key={one.label} to={one.path}>
                  {one.label}
                </Link>
              ) : (
                <AlertActionLink key={one.label} onClick={one.run}>
                  {one.label}
                </AlertActionLink>
              ),
            )
      }
    >
      {(checks.length === 0 ? [[why, cure]] : checks.map((check) => checkSentences(t, check))).map(
        (sentences) => sentences.map((sentence) => <p key={sentence}>{sentence}</p>),
      )}
      {finding.evidence.length === 0 ? null : <EvidenceList evidence={finding.evidence} />}
    </Alert>
  );
};
