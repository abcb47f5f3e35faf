import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { List, ListItem, Title } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import type { TrialEvidence } from '../../data/trialStart/observeTrial';
import type { PreparedTrial } from '../../data/trialStart/prepareTrial';
import { useSidecarTranslation } from '../../i18n';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { diagnoseTrial } from '../../sidecars/trialStart/trialDiagnosis';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { diagnosisText } from '../findings/diagnosisText';
import { SEVERITY_VARIANTS } from '../findings/severity';

interface TrialFindingsProps {
  vm: VirtualMachine;
  plan: TrialPlan;
  prepared: PreparedTrial;
  evidence: TrialEvidence;
}

/** Why the copy did not start, as the diagnosis of a VM explains it. */
export const TrialFindings = ({ vm, plan, prepared, evidence }: TrialFindingsProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const { configMaps, kubevirt } = prepared;
  const findings = useMemo(
    () => diagnoseTrial({ vm, plan, configMaps, kubevirt, ...evidence, calls: evidence.seen.calls }),
    [vm, plan, configMaps, kubevirt, evidence],
  );
  return findings.length === 0 ? null : (
    <>
      <Title headingLevel="h3" size="md" className="pf-v6-u-mb-sm">
        {t('Diagnosis')}
      </Title>
      <List isPlain aria-label={t('Findings')}>
        {findings.map((finding) => {
          const { what, why, cure } = diagnosisText(t, finding);
          return (
            <ListItem key={JSON.stringify([finding.id, finding.params])}>
              <InlineAlert
                variant={SEVERITY_VARIANTS[finding.severity]}
                title={what}
                data-test={`trial-finding-${finding.id}`}
              >
                <p>{why}</p>
                <p>{cure}</p>
              </InlineAlert>
            </ListItem>
          );
        })}
      </List>
    </>
  );
};
