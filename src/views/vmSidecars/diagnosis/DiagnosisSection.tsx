import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { Flex, FlexItem, List, ListItem, Skeleton, Stack, StackItem, Title } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { FindingAlert } from '../../../features/findings/FindingAlert';
import { configMapToFix } from '../../../sidecars/plans/script/configMapToFix';
import { useFixScript } from '../../../features/script/fix/useFixScript';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { VmSidecars } from '../../../data/useVmSidecars';
import type { Finding } from '../../../sidecars/checks/check';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { isTrouble } from '../../../sidecars/state/state';
import { useSidecarTranslation } from '../../../i18n';
import { isVmFix } from '../../../sidecars/plans/vmEdit';
import { CopyReportButton } from './CopyReportButton';
import { DiagnosisAlert } from './DiagnosisAlert';
import { TimelineSection } from './TimelineSection';
import { useCures } from './useCures';
import { useDiagnosis } from './useDiagnosis';
import { worstFirst, type Told } from '../../../sidecars/diagnosis/withoutRepeats';

interface DiagnosisSectionProps {
  vm: VirtualMachine;
  sidecars: VmSidecars;
  findings: readonly Finding[];
  isVmReadOnly: boolean;
  /** Shows nothing yet, so that findings that load one after the other do not move the page. */
  isHeld: boolean;
  /** Called when the first complete result is known. */
  onReady: () => void;
  /** Applies a fix of the VM, after a question. */
  onFixVm: (finding: Finding) => void;
}

const keyOf = (told: Told): string => {
  if (told.kind === 'happened') {
    const { id, params } = told.diagnosed.finding;
    return JSON.stringify([id, params]);
  }
  const { id, place, params } = told.finding;
  return JSON.stringify([id, place, params]);
};

/** Depends on whether the state above already reports a problem. */
const noProblemText = (t: TFunction, isTroubleTold: boolean, isLoading: boolean): string => {
  if (isLoading) {
    return isTroubleTold
      ? t('No other problem was found yet. Events, logs and scripts are still being looked at.')
      : t('No problem was found yet. Events, logs and scripts are still being looked at.');
  }
  return isTroubleTold ? t('No other problem was found.') : t('No problem was found.');
};

/** Everything that is wrong, worst first: events with evidence, findings of checks; and the VM's timeline. */
export const DiagnosisSection = ({
  vm,
  sidecars,
  findings,
  isVmReadOnly,
  isHeld,
  onReady,
  onFixVm,
}: DiagnosisSectionProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { diagnosed, checked, entries, isLoading, makeReport } = useDiagnosis(vm, sidecars, findings);
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
  const curesOf = useCures({ vm, sidecars, isVmReadOnly, fixOf });
  const shown = worstFirst(diagnosed, checked);

  const alertOf = (told: Told): ReactElement => {
    if (told.kind === 'happened') {
      const { finding, checks } = told.diagnosed;
      return <DiagnosisAlert finding={finding} checks={checks} cures={curesOf(told.diagnosed)} />;
    }
    const onFix = fixOf(told.finding);
    return <FindingAlert finding={told.finding} onFix={onFix} />;
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
            <CopyReportButton makeReport={makeReport} />
          </FlexItem>
        </Flex>
      </StackItem>
      {isHeld ? (
        <StackItem>
          <Skeleton screenreaderText={t('Loading')} />
        </StackItem>
      ) : (
        <>
          <StackItem>
            {shown.length === 0 ? (
              noProblemText(t, isTrouble(sidecars.state.kind), isLoading)
            ) : (
              <List isPlain aria-label={t('Findings')}>
                {shown.map((told) => (
                  <ListItem key={keyOf(told)}>{alertOf(told)}</ListItem>
                ))}
              </List>
            )}
          </StackItem>
          <StackItem>
            <TimelineSection entries={entries} />
          </StackItem>
        </>
      )}
    </Stack>
  );
};
