import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { Flex, FlexItem, List, ListItem, Skeleton, Stack, StackItem, Title } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { useShowMore } from '../../../components/useShowMore';
import { FindingAlert } from '../../../features/findings/FindingAlert';
import { configMapToFix } from '../../../sidecars/plans/script/configMapToFix';
import { useCopyConfigMap } from '../../../features/copyConfigMap/useCopyConfigMap';
import { useFixScript } from '../../../features/script/fix/useFixScript';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import type { Finding } from '../../../sidecars/checks/check';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { isTrouble, type SidecarState } from '../../../sidecars/state/state';
import { useSidecarTranslation } from '../../../i18n';
import { isVmFix } from '../../../sidecars/plans/vmEdit';
import { CopyReportButton } from '../../../features/report/CopyReportButton';
import { DiagnosisAlert } from './DiagnosisAlert';
import { TimelineSection } from './TimelineSection';
import { useCures } from './useCures';
import { useDiagnosis } from './useDiagnosis';
import { worstFirst, type Problem } from '../../../sidecars/diagnosis/withoutRepeats';

interface DiagnosisSectionProps {
  vm: VirtualMachine;
  sidecars: VmSidecars;
  findings: readonly Finding[];
  isVmReadOnly: boolean;
  /** Shows nothing yet, so that findings that load one after the other do not move the page. */
  isWaiting: boolean;
  /** Called when the first complete result is known. */
  onReady: () => void;
  /** Applies a fix of the VM, after a question. */
  onFixVm: (finding: Finding) => void;
}

const keyOf = (problem: Problem): string => {
  if (problem.kind === 'happened') {
    const { id, params } = problem.diagnosed.finding;
    return JSON.stringify([id, params]);
  }
  const { id, place, params } = problem.finding;
  return JSON.stringify([id, place, params]);
};

/** Says no more than what was looked at. Depends on whether the state above already reports a problem. */
const noProblemText = (t: TFunction, { kind, verification }: SidecarState, isLoading: boolean): string => {
  const isTroubleShown = isTrouble(kind) || verification === 'mismatch';
  if (isLoading) {
    return isTroubleShown
      ? t('No other problem was found yet. Events, logs and scripts are still being checked.')
      : t('No problem was found yet. Events, logs and scripts are still being checked.');
  }
  if (isTroubleShown) {
    return t('The checks found no other problem.');
  }
  return verification === 'notChecked'
    ? t('The checks found no problem. Whether the scripts had an effect was not checked.')
    : t('The checks found no problem.');
};

/** Everything that is wrong, worst first: events with evidence, findings of checks; and the VM's timeline. */
export const DiagnosisSection = ({
  vm,
  sidecars,
  findings,
  isVmReadOnly,
  isWaiting,
  onReady,
  onFixVm,
}: DiagnosisSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { diagnosed, checked, before, entries, omittedEvents, isLoading, makeReport } = useDiagnosis(
    vm,
    sidecars,
    findings,
  );
  useEffect(() => {
    if (!isLoading) {
      onReady();
    }
  }, [isLoading, onReady]);
  const fixScript = useFixScript();
  const { namespace } = vm.metadata;
  const mayPatch = useAccess({ verb: 'patch', model: ConfigMapModel, namespace }) === 'allowed';

  const fixOf = (finding: Finding): (() => void) | undefined => {
    if (isVmFix(finding)) {
      return isVmReadOnly
        ? undefined
        : () => {
            onFixVm(finding);
          };
    }
    const configMap = configMapToFix(finding, loadedData(sidecars.configMaps));
    return configMap === undefined || !mayPatch
      ? undefined
      : () => {
          fixScript(finding, configMap);
        };
  };
  const copyAction = useCopyConfigMap(vm, sidecars.parsed);
  const curesOf = useCures({ vm, sidecars, isVmReadOnly, fixOf });
  const problems = worstFirst(diagnosed, checked);
  const { shown, more } = useShowMore(problems.length);

  const alertOf = (problem: Problem): ReactElement => {
    if (problem.kind === 'happened') {
      const { finding, checks } = problem.diagnosed;
      return <DiagnosisAlert finding={finding} checks={checks} cures={curesOf(problem.diagnosed)} />;
    }
    const { finding } = problem;
    return (
      <FindingAlert
        finding={finding}
        onFix={fixOf(finding)}
        other={finding.id === 'configMapMissing' ? copyAction(String(finding.params.name)) : undefined}
      />
    );
  };

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
            <CopyReportButton
              makeReport={makeReport}
              content={t('Findings, timeline, annotation, scripts and logs as Markdown, with secrets masked')}
            />
          </FlexItem>
        </Flex>
      </StackItem>
      {isWaiting ? (
        <StackItem>
          <Skeleton screenreaderText={t('Loading')} />
        </StackItem>
      ) : (
        <>
          <StackItem>
            {problems.length === 0 ? (
              noProblemText(t, sidecars.state, isLoading)
            ) : (
              <>
                <List isPlain aria-label={t('Findings')}>
                  {problems.slice(0, shown).map((problem) => (
                    <ListItem key={keyOf(problem)}>{alertOf(problem)}</ListItem>
                  ))}
                </List>
                {more}
              </>
            )}
          </StackItem>
          {before === undefined ? null : (
            <StackItem>
              <p>
                {t('Seen before the pod vanished, at {{time}}:', {
                  time: new Date(before.at).toLocaleTimeString(),
                })}
              </p>
              <List isPlain aria-label={t('Findings from before the pod vanished')}>
                {before.findings.map((finding) => (
                  <ListItem key={JSON.stringify([finding.id, finding.params])}>
                    <DiagnosisAlert finding={finding} checks={[]} cures={curesOf({ finding, checks: [] })} />
                  </ListItem>
                ))}
              </List>
            </StackItem>
          )}
          <StackItem>
            <TimelineSection entries={entries} omittedEvents={omittedEvents} />
          </StackItem>
        </>
      )}
    </Stack>
  );
};
