import { useMemo, type ReactElement } from 'react';
import { PageSection, Stack, StackItem } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { KeepFocus } from '../../components/KeepFocus';
import { useTemplateFacts } from '../../data/useTemplateFacts';
import { accessReason } from '../../features/access/accessReason';
import { GateBanner } from '../../features/gate/GateBanner';
import { holderNoun } from '../../features/holders/holderText';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { useSidecarTranslation } from '../../i18n';
import { holderModel } from '../../k8s/models';
import { useMayPatchVm } from '../../k8s/useAccess';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { vmsOfHolder } from '../../sidecars/objects/templateVm';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { isSharedTemplate } from '../../sidecars/templates/sharedTemplate';
import { changeText } from './changeText';
import { MadeVms } from './MadeVms';
import { SharedTemplateNote } from './SharedTemplateNote';
import { TemplateHead } from './TemplateHead';
import { TemplateVmSection } from './TemplateVmSection';

// Loaded separately: only pools need it.
const { Part: PoolEffect } = lazyPart(
  'inline',
  async () => (await import('../../features/pools/PoolEffect')).PoolEffect,
);

/** The tab *Hook sidecars* of a template or pool: the sidecars of its VMs, what is wrong with them, and who has them. */
export const TemplateSidecarsTab = ({ obj }: { obj: KubernetesObject }): ReactElement => {
  const { t } = useSidecarTranslation();
  const vms = useMemo(() => vmsOfHolder(obj), [obj]);
  const { configMaps, gate, context } = useTemplateFacts(obj);
  const access = useMayPatchVm(obj.metadata.namespace, holderModel(obj));
  const isShared = isSharedTemplate(obj);
  const blocked = isShared
    ? t('This template is shared by all projects. Copy it to a project, and change the copy.')
    : accessReason(t, access, t('You may not change this {{kind}}.', { kind: holderNoun(t, obj) }));
  const inNeed = vms.filter((vm) => templateAnnotation(vm) !== undefined).length;

  return (
    <PageSection hasBodyWrapper={false}>
      <KeepFocus>
        <Stack hasGutter>
          <StackItem>
            <TemplateHead object={obj} vms={vms} blocked={blocked} />
          </StackItem>
          {vms.length === 0 ? (
            <StackItem>
              {t(
                'This template has no virtual machine, so there is nothing that a hook script could change.',
              )}
            </StackItem>
          ) : (
            <>
              <StackItem>{changeText(t, obj)}</StackItem>
              {isShared ? (
                <StackItem>
                  <SharedTemplateNote object={obj} />
                </StackItem>
              ) : null}
              {inNeed === 0 ? null : (
                <StackItem>
                  <GateBanner gate={gate} vmsInNeed="template" />
                </StackItem>
              )}
              {configMaps.status === 'failed' ? (
                <StackItem>
                  <FailureAlert
                    error={configMaps.error}
                    title={t('Could not read {{what}}.', { what: t('the ConfigMaps of the namespace') })}
                  />
                </StackItem>
              ) : null}
              {vms.map((vm, index) => (
                <StackItem key={index}>
                  <TemplateVmSection
                    vm={vm}
                    isOnly={vms.length === 1}
                    configMaps={configMaps}
                    context={context}
                    isGateOff={gate.status?.enabled === false}
                    blocked={blocked}
                  />
                </StackItem>
              ))}
              {holderKind(obj) === 'VirtualMachinePool' ? (
                <StackItem>
                  <PoolEffect pool={obj as VirtualMachinePool} />
                </StackItem>
              ) : null}
              <StackItem>
                <MadeVms object={obj} />
              </StackItem>
            </>
          )}
        </Stack>
      </KeepFocus>
    </PageSection>
  );
};
