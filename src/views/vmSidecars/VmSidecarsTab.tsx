import type { ReactElement } from 'react';
import { useEffect, useMemo } from 'react';
import { PageSection, Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { accessReason } from '../../features/access/accessReason';
import { useAttachSidecar } from '../../features/attach/useAttachSidecar';
import { findingText } from '../../features/findings/findingText';
import { TrialLeftovers } from '../../features/trialStart/TrialLeftovers';
import { GateBanner } from '../../features/gate/GateBanner';
import { fixedInstanceReason, holderNoun } from '../../features/holders/holderText';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { prefetchScriptChecks } from '../../features/findings/script/useScriptChecks';
import { useDue } from '../../components/useDue';
import { KeepFocus } from '../../components/KeepFocus';
import { holderModel } from '../../k8s/models';
import { useMayPatchVm } from '../../k8s/useAccess';
import { useVmSidecars } from '../../data/useVmSidecars';
import { loadedData } from '../../loadable';
import { leftoversIn } from '../../sidecars/trialStart/leftovers';
import type { Finding } from '../../sidecars/checks/check';
import { asVm, holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { AttachedSidecars } from './AttachedSidecars';
import { useVmEdit } from '../../features/vmEdit/useVmEdit';
import { fixFinding } from '../../sidecars/plans/vmEdit';
import { InstanceNote } from './InstanceNote';
import { InstanceStates } from './InstanceStates';
import { NoSidecars } from '../../features/attachedSidecars/NoSidecars';
import { shownDraft } from '../../sidecars/plans/repairDraft';
import { useRepairDraft } from '../../features/attachedSidecars/repair/useRepairDraft';
import { PoolMemberNote } from './PoolMemberNote';
import { UnreadParts } from './UnreadParts';
import { VmSidecarsHead } from './VmSidecarsHead';

// Loaded separately, so that the state shows first: this part includes the texts of all findings.
const { Part: DiagnosisSection, prefetch: prefetchDiagnosis } = lazyPart(
  'inline',
  async () => (await import('./diagnosis/DiagnosisSection')).DiagnosisSection,
);
// Rarely needed.
const { Part: RepairSection } = lazyPart(
  'inline',
  async () => (await import('../../features/attachedSidecars/RepairSection')).RepairSection,
);

/**
 * Content below the findings is hidden until they have loaded, because each late finding would move it. The limit is longer
 * than a nearby cluster takes to answer; with a slow cluster the content shows without them.
 */
const WAIT_LIMIT_MS = 1_500;

/**
 * The tab *Hook sidecars* of a VM, an instance or a replica set: the attached sidecars, their state, the diagnosis, and all
 * actions that change them.
 */
export const VmSidecarsTab = ({ obj }: { obj: KubernetesObject }): ReactElement => {
  const { t } = useSidecarTranslation();
  const vm = useMemo(() => asVm(obj), [obj]);
  const kind = holderKind(vm);
  const sidecars = useVmSidecars(vm);
  const access = useMayPatchVm(vm.metadata.namespace, holderModel(vm));
  const attach = useAttachSidecar();
  const ask = useVmEdit();
  const firstDiagnosis = useDue(WAIT_LIMIT_MS);
  const [ownDraft, setDraft] = useRepairDraft(vm);
  const { parsed, state, checkContext, findings, vmi, configMaps, claims, gate } = sidecars;
  const leftovers = useMemo(
    () => leftoversIn(loadedData(configMaps)?.values() ?? [], new Date(), vm.metadata.name),
    [configMaps, vm.metadata.name],
  );
  const draft = shownDraft(ownDraft, parsed);
  const blocked =
    kind === 'VirtualMachineInstance'
      ? fixedInstanceReason(t)
      : accessReason(t, access, t('You may not change this {{kind}}.', { kind: holderNoun(t, vm) }));
  const isLoading = [vmi, configMaps, claims, gate.kubevirt].some((part) => part?.status === 'loading');
  const isGateOff = gate.status?.enabled === false;
  const isEmpty = state.kind === 'notAttached' && draft === undefined;

  const isUntroubled = isEmpty && findings.length === 0;
  const isWaiting = !firstDiagnosis.isDue && !isUntroubled;

  useEffect(() => {
    if (!isUntroubled) {
      prefetchDiagnosis();
      prefetchScriptChecks();
    }
  }, [isUntroubled]);

  const add = (): void => {
    attach(vm);
  };
  const fix = (finding: Finding): void => {
    const { what, cure } = findingText(t, finding);
    ask({
      vm,
      edit: fixFinding(finding, checkContext),
      title: t('Fix it?'),
      submitLabel: t('Save'),
      explanation: [what, cure],
    });
  };

  return (
    <PageSection hasBodyWrapper={false}>
      <KeepFocus>
        <Stack hasGutter>
          <StackItem>
            <VmSidecarsHead
              vm={vm}
              state={isLoading ? undefined : state}
              blocked={
                blocked ?? (parsed.kind === 'malformed' ? t('Repair the annotation first.') : undefined)
              }
              onAttach={add}
            />
          </StackItem>
          {kind === 'VirtualMachineInstance' ? (
            <StackItem>
              <InstanceNote vmi={obj as VirtualMachineInstance} />
            </StackItem>
          ) : null}
          {kind === 'VirtualMachineInstanceReplicaSet' && !isLoading ? (
            <StackItem>
              <InstanceStates instances={sidecars.instances} />
            </StackItem>
          ) : null}
          <StackItem>
            <PoolMemberNote vm={vm} />
            <GateBanner gate={gate} vmsInNeed={parsed.kind === 'absent' ? 0 : 'thisVm'} />
            <UnreadParts sidecars={sidecars} />
            <TrialLeftovers leftovers={leftovers} />
          </StackItem>
          {isLoading || isUntroubled ? null : (
            <StackItem>
              <DiagnosisSection
                vm={vm}
                sidecars={sidecars}
                findings={findings}
                isVmReadOnly={blocked !== undefined}
                isWaiting={isWaiting}
                onReady={firstDiagnosis.makeDue}
                onFixVm={fix}
              />
            </StackItem>
          )}
          {draft === undefined || isWaiting ? null : (
            <StackItem>
              <RepairSection
                vm={vm}
                draft={draft}
                context={checkContext}
                blocked={blocked}
                onDraft={setDraft}
              />
            </StackItem>
          )}
          {/* A changing key, because a new element does not count as a layout shift. */}
          <StackItem key={isWaiting ? `waiting ${String(isLoading)}` : 'shown'}>
            {isWaiting ? (
              <Skeleton height="8rem" screenreaderText={t('Loading the sidecars')} />
            ) : isEmpty ? (
              <NoSidecars
                namespace={vm.metadata.namespace ?? ''}
                isGateOff={isGateOff}
                blocked={blocked}
                onAttach={add}
              />
            ) : (
              <AttachedSidecars vm={vm} sidecars={sidecars} isLoading={isLoading} blocked={blocked} />
            )}
          </StackItem>
        </Stack>
      </KeepFocus>
    </PageSection>
  );
};
