import type { ReactElement } from 'react';
import { Flex, FlexItem, List, ListItem, Stack, StackItem, Title } from '@patternfly/react-core';
import { FindingsList } from '../../../components/findings/FindingsList';
import { useFixScript } from '../../../components/scriptFix/useFixScript';
import { loadedData } from '../../../k8s/loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../k8s/useVmSidecars';
import type { Finding } from '../../../sidecars/checks/check';
import type { VirtualMachine } from '../../../sidecars/resources';
import { useSidecarTranslation } from '../../../i18n';
import { isVmFix } from '../edits/vmEdit';
import { CopyReportButton } from './CopyReportButton';
import { DiagnosisAlert } from './DiagnosisAlert';
import { TimelineSection } from './TimelineSection';
import { useCures } from './useCures';
import { useDiagnosis } from './useDiagnosis';

interface DiagnosisSectionProps {
  vm: VirtualMachine;
  sidecars: VmSidecars;
  /** What the checks of the annotation and the VM found. */
  findings: readonly Finding[];
  isVmReadOnly: boolean;
  /** Applies a fix of the VM, after asking. */
  onFixVm: (finding: Finding) => void;
}

/** What is wrong, worst first: what happened with its evidence, then what checks foresee; and the history of the VM. */
export const DiagnosisSection = ({
  vm,
  sidecars,
  findings,
  isVmReadOnly,
  onFixVm,
}: DiagnosisSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { diagnosed, checked, entries, isRestartPending, makeReport } = useDiagnosis(vm, sidecars, findings);
  const fixScript = useFixScript();
  const { namespace } = vm.metadata;
  const mayPatch = useAccess({ verb: 'patch', model: ConfigMapModel, namespace }) === 'allowed';

  const fixOf = (finding: Finding): (() => void) | undefined => {
    const { fix } = finding;
    if (isVmFix(finding)) {
      return isVmReadOnly
        ? undefined
        : () => {
            onFixVm(finding);
          };
    }
    const configMap =
      fix?.kind === 'script' ? loadedData(sidecars.configMaps)?.get(fix.configMap) : undefined;
    return configMap === undefined || configMap.immutable === true || !mayPatch
      ? undefined
      : () => {
          fixScript(finding, configMap);
        };
  };
  const curesOf = useCures({ vm, sidecars, isVmReadOnly, isRestartPending, fixOf });
  const fixable = checked.map((finding) => {
    const { id, severity, params, place } = finding;
    return fixOf(finding) === undefined ? { id, severity, params, place } : finding;
  });

  return (
    <Stack hasGutter data-test="diagnosis">
      <StackItem>
        <Flex
          justifyContent={{ default: 'justifyContentSpaceBetween' }}
          alignItems={{ default: 'alignItemsCenter' }}
        >
          <FlexItem>
            <Title headingLevel="h3" size="md">
              {t('Diagnosis')}
            </Title>
          </FlexItem>
          <FlexItem>
            <CopyReportButton makeReport={makeReport} />
          </FlexItem>
        </Flex>
      </StackItem>
      {diagnosed.length === 0 ? null : (
        <StackItem>
          <List isPlain aria-label={t('What happened')}>
            {diagnosed.map((one) => (
              <ListItem key={JSON.stringify([one.finding.id, one.finding.params])}>
                <DiagnosisAlert finding={one.finding} cures={curesOf(one)} />
              </ListItem>
            ))}
          </List>
        </StackItem>
      )}
      {fixable.length === 0 ? null : (
        <StackItem>
          <FindingsList findings={fixable} onFix={(finding) => fixOf(finding)?.()} />
        </StackItem>
      )}
      {diagnosed.length === 0 && fixable.length === 0 ? (
        <StackItem>{t('No problem was found.')}</StackItem>
      ) : null}
      <StackItem>
        <TimelineSection entries={entries} />
      </StackItem>
    </Stack>
  );
};
