import type { ReactElement } from 'react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Content, Flex, PageSection, Stack, StackItem, Title } from '@patternfly/react-core';
import { FailedState } from '../../components/FailedState';
import { SidecarStateLabel } from '../../features/sidecarState/SidecarStateLabel';
import { useDue } from '../../components/useDue';
import { KeepFocus } from '../../components/KeepFocus';
import { useSidecarTranslation } from '../../i18n';
import { planRead } from '../../data/domainXml/readPlan';
import { loadedData } from '../../loadable';
import { PodModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import { useVmSidecars } from '../../data/useVmSidecars';
import type { LauncherPod } from '../../sidecars/objects/launcherPod';
import { launcherSelector } from '../../sidecars/objects/launcherSelector';
import type { Pod, VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';
import { instanceAnnotation, vmStatus } from '../../sidecars/objects/vm';
import { DomainXmlCard } from './domainXml/DomainXmlCard';
import { useDomainXml } from './domainXml/useDomainXml';
import { useParsedXml } from './domainXml/useParsedXml';
import type { LineWish } from './domainXml/useXmlEditor';
import { attachedScripts } from '../../sidecars/domainXml/attachedScripts';
import { ExpectedResultsCard } from './expectations/ExpectedResultsCard';
import { lineMarks } from '../../sidecars/domainXml/lineMarks';
import { summarize, verifyScript } from '../../sidecars/domainXml/verification';
import { GuestCard } from './guest/GuestCard';
import { HookOutputCard } from './hookOutput/HookOutputCard';
import { grepCommand } from '../../sidecars/domainXml/grepCommand';
import { TerminalCard } from './terminal/TerminalCard';
import './HookValidationTab.css';

const podOf = (launcher: LauncherPod | undefined, newestPod: Pod | undefined): Pod | undefined => {
  switch (launcher?.kind) {
    case 'found':
      return launcher.pod;
    case 'migrating':
      return launcher.source ?? newestPod;
    default:
      return newestPod;
  }
};

/** Content below the XML takes as long to lay out as the XML, so it is rendered after the XML, or after this time. */
const REST_LIMIT_MS = 300;

/** Shows what the hooks of a VM did: the live domain XML, compared with the expected results, and the hooks' output. */
export const HookValidationTab = ({ obj: vm }: { obj: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace = '' } = vm.metadata;
  const [inactive, setInactive] = useState(false);
  const [wish, setWish] = useState<LineWish>();
  const { parsed, state, vmi, launcher, newestPod, configMaps, gate } = useVmSidecars(vm);
  const mayExec = useAccess({ verb: 'create', model: PodModel, namespace, subresource: 'exec' });
  const status = vmStatus(vm);
  const plan = useMemo(
    () => planRead({ vmStatus: status, vmi, launcher, newestPod, mayExec }),
    [status, vmi, launcher, newestPod, mayExec],
  );
  const reader = useDomainXml(plan, { namespace, name }, inactive);
  const { xml } = reader;
  const domain = useParsedXml(xml);
  const isReading = plan.kind === 'wait' || reader.reading !== undefined;
  const isChecking = xml === undefined ? isReading : domain === undefined;

  const instance = loadedData(vmi);
  const instanceText = instance === undefined ? undefined : instanceAnnotation(instance);
  const byName = loadedData(configMaps);
  const scripts = useMemo(
    () =>
      attachedScripts(parsed, instanceText).map((script) =>
        verifyScript(script, byName?.get(script.configMap), domain),
      ),
    [parsed, instanceText, byName, domain],
  );
  const verification = summarize(scripts);
  // Only the running domain proves what hooks did. The next boot's XML and the logged XML are only hints.
  const isLive = xml?.source.kind === 'live' && !xml.source.inactive;
  const isJudged = isLive && !isChecking && instance !== undefined;
  const verified = useMemo<SidecarState>(
    () => (isJudged && state.kind !== 'notAttached' ? { ...state, verification } : state),
    [isJudged, state, verification],
  );
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
  const { isDue: isRestDue, makeDue: makeRestDue } = useDue(REST_LIMIT_MS);
  const hasAnswer = xml !== undefined || reader.problem !== undefined;
  useEffect(() => {
    // After the answer has been painted.
    const timer = hasAnswer ? setTimeout(makeRestDue) : undefined;
    return () => {
      clearTimeout(timer);
    };
  }, [hasAnswer, makeRestDue]);
  const pod = podOf(loadedData(launcher), newestPod);

  return (
    <PageSection data-test="hook-validation">
      <KeepFocus>
        <Stack hasGutter className="ksp-validation">
          <StackItem>
            <Flex columnGap={{ default: 'columnGapMd' }} className="pf-v6-u-mb-sm">
              <Title headingLevel="h2">{t('Hook validation')}</Title>
              <SidecarStateLabel state={verified} />
            </Flex>
            <Content component="p">
              {t(
                'See whether the hook scripts of this VM did what they promise: in its domain XML, in their output, and inside the guest.',
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
              isProof={isLive}
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
                  instanceText={instanceText}
                  kubevirtVersion={gate.status?.version}
                />
              </StackItem>
              <StackItem className="ksp-validation__grid ksp-validation__grid--by-hand">
                <GuestCard vm={vm} plan={plan} live={isLive ? domain : undefined} />
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
