import type { ReactElement } from 'react';
import { useState } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { FormModal } from '../../../components/FormModal';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import { PatchPreview } from '../../../components/patchPreview/PatchPreview';
import { failureText } from '../../../components/failureText';
import { getObject } from '../../../k8s/read';
import { patchObject } from '../../../k8s/write';
import { isAnother } from '../../../sidecars/objects/isAnother';
import type { HyperConverged, KubeVirt } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import { AffectedVms } from './AffectedVms';
import { gatePatchCommand, gateText, planGate } from '../../../sidecars/featureGate/gatePlan';
import type { GateTarget } from '../../../data/gateTarget';
import { refusedText } from './gateTexts';

// Loaded separately, because it brings a diff package.
const { Part: TextDiff } = lazyPart(
  'inline',
  async () => (await import('../../../components/textDiff/TextDiff')).TextDiff,
);
const { Part: ChangedMeanwhileAlert } = lazyPart(
  'inline',
  async () => (await import('../../../components/ChangedMeanwhileAlert')).ChangedMeanwhileAlert,
);

export interface GateChangeModalProps {
  /** The object as it was when the user opened the dialog. */
  target: GateTarget;
  enabled: boolean;
  /** Called after the write, before the cluster has reconciled. */
  onWritten: (enabled: boolean) => void;
  closeOverlay: () => void;
}

const readAgain = async ({ kind, model, object }: GateTarget): Promise<GateTarget> => {
  const { name, namespace } = object.metadata;
  return kind === 'hco'
    ? { kind, model, object: await getObject<HyperConverged & K8sResourceCommon>(model, namespace, name) }
    : { kind, model, object: await getObject<KubeVirt & K8sResourceCommon>(model, namespace, name) };
};

/** Shows the patch that turns the gate on or off, and writes it unless somebody else has changed the object. */
export const GateChangeModal = ({
  target: opened,
  enabled,
  onWritten,
  closeOverlay,
}: GateChangeModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [target, setTarget] = useState(opened);
  const [seen, setSeen] = useState<GateTarget>();
  const [rereadError, setRereadError] = useState<unknown>();
  const plan = planGate(target, enabled);
  const isHco = target.kind === 'hco';

  const submit = async (): Promise<void> => {
    if (plan.kind === 'change') {
      await patchObject(target.model, target.object, plan.operations);
      onWritten(enabled);
    }
  };
  const reread = async (): Promise<void> => {
    try {
      setTarget(await readAgain(target));
      setSeen(target);
      setRereadError(undefined);
    } catch (error) {
      setRereadError(error);
    }
  };

  return (
    <FormModal
      title={enabled ? t('Enable hook sidecars?') : t('Disable hook sidecars?')}
      titleIconVariant={enabled ? undefined : ('warning' as const)}
      submitLabel={enabled ? t('Enable') : t('Disable')}
      danger={!enabled}
      isBlocked={plan.kind === 'refused'}
      onSubmit={submit}
      onClose={closeOverlay}
      onChangedMeanwhile={() => void reread()}
    >
      <Stack hasGutter>
        <StackItem>
          {enabled
            ? t(
                'Everyone who may edit a VM can then run scripts of their own in its pod, and change the VM in ways that KubeVirt does not check.',
              )
            : t(
                'Running VMs keep running. KubeVirt then refuses to start or change any VM that has hook sidecars, even if the change has nothing to do with them.',
              )}
        </StackItem>
        {enabled ? null : (
          <StackItem>
            <AffectedVms />
          </StackItem>
        )}
        {isHco && enabled ? (
          <StackItem>
            <InlineAlert
              variant="warning"
              title={t('This taints the configuration of the HyperConverged object')}
            >
              {t(
                'HCO reports TaintedConfiguration and raises an alert while the annotation is there. Red Hat does not support such changes: remove it before an upgrade.',
              )}
            </InlineAlert>
          </StackItem>
        ) : null}
        {seen === undefined ? null : (
          <StackItem>
            <ChangedMeanwhileAlert
              what={isHco ? t('the jsonpatch annotation of HCO') : t('the feature gates of KubeVirt')}
              before={gateText(seen)}
              after={gateText(target)}
              isAnother={isAnother(seen.object, target.object)}
              advice={t('What would be written now is shown below. Try again if it is still what you want.')}
            />
          </StackItem>
        )}
        {rereadError === undefined ? null : (
          <StackItem>
            <InlineAlert variant="danger" title={t('Changed meanwhile, and it could not be read again')}>
              {failureText(t, rereadError)}
            </InlineAlert>
          </StackItem>
        )}
        {plan.kind === 'refused' ? (
          <StackItem>
            <InlineAlert variant="info" title={refusedText(t, plan.why, target.kind, enabled)} />
          </StackItem>
        ) : (
          <>
            <StackItem>
              <p className="pf-v6-u-mb-sm">
                {isHco
                  ? t('The operations in the annotation, before and after. Those of others stay as they are.')
                  : t('The lists of feature gates, before and after.')}
              </p>
              <TextDiff before={plan.before} after={plan.after} label={t('Before and after')} />
            </StackItem>
            <StackItem>
              <PatchPreview
                operations={plan.operations}
                command={(cli) => gatePatchCommand(cli, target, plan.operations)}
                alternative={
                  plan.annotate && {
                    command: plan.annotate,
                    warning: t(
                      'This one replaces the whole annotation: operations that others add in the meantime are lost.',
                    ),
                  }
                }
              />
            </StackItem>
          </>
        )}
      </Stack>
    </FormModal>
  );
};
