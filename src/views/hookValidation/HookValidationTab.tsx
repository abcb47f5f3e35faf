import type { ReactElement } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { Content, Flex, PageSection, Stack, StackItem, Title } from '@patternfly/react-core';
import { FailedState } from '../../components/FailedState';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { KeepFocus } from '../../components/KeepFocus';
import { useSidecarTranslation } from '../../i18n';
import { planRead } from '../../data/domainXml/readPlan';
import { loadedData } from '../../loadable';
import { PodModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import { useVmSidecars } from '../../data/useVmSidecars';
import { statePod } from '../../sidecars/objects/launcherPod';
import { launcherSelector } from '../../sidecars/objects/launcherSelector';
import { asVm } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { instanceAnnotation, vmStatus } from '../../sidecars/objects/vm';
import { DomainXmlCard } from './domainXml/DomainXmlCard';
import { useDomainXml } from './domainXml/useDomainXml';
import { useParsedXml } from './domainXml/useParsedXml';
import type { LineWish } from './domainXml/useXmlEditor';
import { ExpectedResultsCard } from './expectations/ExpectedResultsCard';
import { lineMarks } from '../../sidecars/domainXml/lineMarks';
import { GuestCard } from './guest/GuestCard';
import { HookOutputCard } from './hookOutput/HookOutputCard';
import { grepCommand } from '../../sidecars/domainXml/grepCommand';
import { TerminalCard } from './terminal/TerminalCard';
import { usePaintedFirst } from './usePaintedFirst';
import { useVerification } from './useVerification';
import './HookValidationTab.css';

/** Shows what the hooks of a VM did: the live domain XML, compared with the expected results, and the hooks' output. */
export const HookValidationTab = ({ obj }: { obj: KubernetesObject }): ReactElement => {
  const vm = useMemo(() => asVm(obj), [obj]);
  const { t } = useSidecarTranslation();
  const { name, namespace = '' } = vm.metadata;
  const [inactive, setInactive] = useState(false);
  const [wish, setWish] = useState<LineWish>();
  const sidecars = useVmSidecars(vm);
  const { vmi, launcher, newestPod, pods, gate } = sidecars;
  const mayExec = useAccess({ verb: 'create', model: PodModel, namespace, subresource: 'exec' });
  const status = vmStatus(vm);
  const plan = useMemo(
    () => planRead({ vmStatus: status, vmi, launcher, newestPod, mayExec }),
    [status, vmi, launcher, newestPod, mayExec],
  );
  const reader = useDomainXml(plan, { namespace, name }, inactive);
  const { xml } = reader;
  const domain = useParsedXml(xml);
  const { scripts, verification, isChecking, isProof, state } = useVerification({
    vm,
    sidecars,
    xml,
    domain,
    isReading: plan.kind === 'wait' || reader.reading !== undefined,
  });
  const marks = useMemo(() => lineMarks(scripts), [scripts]);
  const grep = useMemo(
    () =>
      grepCommand(
        scripts.flatMap(({ expected }) => (expected.kind === 'parsed' ? expected.expectations : [])),
      ),
    [scripts],
  );
  const showLines = useCallback((lines: readonly number[]) => {
    setWish({ lines });
  }, []);
  const isRestDue = usePaintedFirst(xml !== undefined || reader.problem !== undefined);
  const instance = loadedData(vmi);
  const pod = statePod(instance, loadedData(pods) ?? []) ?? newestPod;

  return (
    <PageSection data-test="hook-validation">
      <KeepFocus>
        <Stack hasGutter className="ksp-validation">
          <StackItem>
            <Flex columnGap={{ default: 'columnGapMd' }} className="pf-v6-u-mb-sm">
              <Title headingLevel="h2">{t('Hook validation')}</Title>
              <SidecarStateLabel state={state} />
            </Flex>
            <Content component="p">
              {t(
                'Check whether the hook scripts of this VM worked: in its domain XML, in their output, and inside the guest.',
              )}
            </Content>
          </StackItem>
          <StackItem className="ksp-validation__grid ksp-validation__grid--xml">
            <ExpectedResultsCard
              namespace={namespace}
              scripts={scripts}
              states={state.sidecars}
              verification={verification}
              domain={domain}
              isChecking={isChecking}
              isProof={isProof}
              onShowLines={xml === undefined ? undefined : showLines}
            />
            {plan.kind === 'failed' ? (
              <FailedState
                error={plan.error}
                what={t('the running instance of the VM')}
                onRetry={plan.retry}
              />
            ) : (
              <DomainXmlCard
                vm={vm}
                reader={reader}
                domain={domain}
                mayRun={plan.kind === 'read'}
                inactive={inactive}
                isEditorDue={isRestDue}
                onInactive={setInactive}
                marks={marks}
                wish={wish}
              />
            )}
          </StackItem>
          {isRestDue ? (
            <>
              <StackItem>
                <HookOutputCard
                  pod={pod}
                  instanceText={instance && instanceAnnotation(instance)}
                  kubevirtVersion={gate.status?.version}
                />
              </StackItem>
              <StackItem className="ksp-validation__grid ksp-validation__grid--by-hand">
                <GuestCard vm={vm} plan={plan} live={isProof ? domain : undefined} />
                <TerminalCard
                  vm={vm}
                  selector={launcherSelector(vm, instance)}
                  pod={pod?.metadata.name}
                  inactive={inactive}
                  grep={grep}
                />
              </StackItem>
            </>
          ) : null}
        </Stack>
      </KeepFocus>
    </PageSection>
  );
};
