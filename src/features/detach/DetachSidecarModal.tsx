import type { ReactElement } from 'react';
import { useState } from 'react';
import { Checkbox, Content, ExpandableSection, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { isNotFound } from '../../apiError';
import { patchVm, readAgain } from '../../data/holders';
import { patchCommand } from '../../sidecars/plans/commands';
import { findAgain } from '../../sidecars/annotation/findAgain';
import { holderKind, holderResource } from '../../sidecars/objects/holder';
import { isAnother } from '../../sidecars/objects/isAnother';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { isRunning, sidecarsOfVm } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import { CopyBlock } from '../../components/CopyBlock';
import { effectText, holderNoun } from '../holders/holderText';
import { ManagerNotice } from '../managers/ManagerNotice';
import { usePoolConsent } from '../pools/usePoolConsent';
import { FormModal } from '../../components/FormModal';
import { sidecarName } from '../../sidecars/annotation/sidecarName';
import { planDetach, removableVolume, sidecarAt } from '../../sidecars/plans/detachPlan';

interface DetachSidecarModalProps {
  vm: VirtualMachine;
  index: number;
  closeOverlay: () => void;
}

/** What somebody else has done since the dialog was opened. */
type Meanwhile = 'changed' | 'gone' | 'anotherVm';

/** Asks before a sidecar is detached, and shows the equivalent command. */
export const DetachSidecarModal = ({
  vm: asked,
  index: askedIndex,
  closeOverlay,
}: DetachSidecarModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [{ vm, index }, setTarget] = useState({ vm: asked, index: askedIndex });
  const [meanwhile, setMeanwhile] = useState<Meanwhile>();
  const [withVolume, setWithVolume] = useState(false);
  const { name, namespace = '' } = vm.metadata;
  const kind = holderNoun(t, vm);
  const sidecar = sidecarAt(asked, askedIndex);
  const script = sidecar === undefined ? '' : sidecarName(sidecar);
  const volume = removableVolume(vm, index);
  const plan = planDetach(vm, index, withVolume ? volume : undefined);
  const { notice, blocker, operations } = usePoolConsent(vm, plan.operations);

  const readNow = async (): Promise<void> => {
    try {
      const current = await readAgain(vm);
      const found = sidecar && findAgain(sidecarsOfVm(current), sidecar, index);
      setMeanwhile(isAnother(asked, current) ? 'anotherVm' : found === undefined ? 'gone' : 'changed');
      setTarget({ vm: current, index: found ?? -1 });
    } catch (problem) {
      // If the VM cannot be read now, the next try finds the same conflict and reads it again.
      setMeanwhile(isNotFound(problem) ? 'gone' : 'changed');
    }
  };

  return (
    <FormModal
      title={t('Detach hook script?')}
      titleIconVariant="warning"
      variant="small"
      submitLabel={t('Detach')}
      danger
      isBlocked={meanwhile === 'gone' || meanwhile === 'anotherVm' || operations.length === 0}
      blocker={blocker}
      onSubmit={async () => {
        await patchVm(vm, operations);
      }}
      onChangedMeanwhile={() => void readNow()}
      onClose={closeOverlay}
    >
      <Stack hasGutter>
        <StackItem>
          <ManagerNotice vm={vm} operations={operations} />
          <Content component="p">
            {t(
              '{{script}} no longer changes {{kind}} {{name}} in namespace {{namespace}}. The script itself is kept.',
              {
                script,
                kind,
                name,
                namespace,
              },
            )}
          </Content>
          {sourceOf(vm).path.length > 0 ? (
            <Content component="p">{effectText(t, vm)}</Content>
          ) : holderKind(vm) !== 'VirtualMachine' ? (
            <Content component="p">
              {t('Instances that run keep what the script changed. New ones start without it.')}
            </Content>
          ) : isRunning(vm) ? (
            <Content component="p">
              {t('The VM is running: what the script changed stays until the VM is restarted.')}
            </Content>
          ) : null}
          {plan.isLast && meanwhile !== 'gone' ? (
            <Content component="p">
              {t('Nothing else is attached, so the annotation is removed as a whole.')}
            </Content>
          ) : null}
        </StackItem>
        {volume === undefined ? null : (
          <StackItem>
            <Checkbox
              id="ksp-detach-volume"
              label={t('Also remove volume {{volume}}', { volume })}
              description={t('It gives the guest a disk with the ConfigMap. Hook scripts do not need it.')}
              isChecked={withVolume}
              onChange={(_event, isChecked) => {
                setWithVolume(isChecked);
              }}
            />
          </StackItem>
        )}
        {meanwhile === undefined ? null : (
          <StackItem>
            <InlineAlert
              isLiveRegion
              variant="warning"
              title={
                meanwhile === 'anotherVm'
                  ? t(
                      'Nothing was written: the {{kind}} was deleted, and another {{kind}} was created with its name. Close this dialog to see it.',
                      { kind },
                    )
                  : meanwhile === 'gone'
                    ? t('Nothing was written: this sidecar is no longer attached as you saw it.')
                    : t(
                        'Nothing was written: the {{kind}} was changed meanwhile. Detach again to continue.',
                        {
                          kind,
                        },
                      )
              }
            />
          </StackItem>
        )}
        {notice === null ? null : <StackItem>{notice}</StackItem>}
        {operations.length === 0 ? null : (
          <StackItem>
            <ExpandableSection toggleText={t('Show the command')}>
              <CopyBlock
                hasTitle={false}
                label={t('Command')}
                text={patchCommand('kubectl', { resource: holderResource(vm), name, namespace }, operations)}
              />
            </ExpandableSection>
          </StackItem>
        )}
      </Stack>
    </FormModal>
  );
};
