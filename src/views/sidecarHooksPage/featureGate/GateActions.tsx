import type { ReactElement } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { ActionList, ActionListGroup, ActionListItem } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { accessReason } from '../../../features/access/accessReason';
import { GuardedButton } from '../../../components/GuardedButton';
import { HyperConvergedModel, KubeVirtModel } from '../../../k8s/models';
import { useAccess, type Access } from '../../../k8s/useAccess';
import type { Gate } from '../../../data/useGate';
import type { GateStatus } from '../../../sidecars/featureGate/gateStatus';
import { useSidecarTranslation } from '../../../i18n';
import { GateChangeModal } from './GateChangeModal';
import { planGate } from '../../../sidecars/featureGate/gatePlan';
import { gateTarget, type GateTarget, type NoGateTarget } from '../../../data/gateTarget';
import { noTargetText, refusedText } from './gateTexts';

const blockedBy = (
  t: TFunction,
  target: GateTarget | NoGateTarget,
  access: Access,
  enabled: boolean,
): string | undefined => {
  if (typeof target === 'string') {
    return noTargetText(t, target);
  }
  const plan = planGate(target, enabled);
  if (plan.kind === 'refused') {
    return refusedText(t, plan.why, target.kind, enabled);
  }
  return accessReason(
    t,
    access,
    target.kind === 'hco'
      ? t('You may not change the HyperConverged object. Ask a cluster administrator.')
      : t('You may not change the KubeVirt object. Ask a cluster administrator.'),
  );
};

interface GateActionsProps {
  gate: Gate;
  status: GateStatus;
  onWritten: (enabled: boolean) => void;
}

export const GateActions = ({ gate, status, onWritten }: GateActionsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const launchOverlay = useOverlay();
  const target = gateTarget(gate);
  const object = typeof target === 'string' ? undefined : target.object;
  const access = useAccess({
    verb: 'patch',
    model: typeof target !== 'string' && target.kind === 'kubevirt' ? KubeVirtModel : HyperConvergedModel,
    namespace: object?.metadata.namespace,
    name: object?.metadata.name,
  });
  const open = (enabled: boolean): void => {
    if (typeof target !== 'string') {
      launchOverlay(GateChangeModal, { target, enabled, onWritten });
    }
  };
  // A request in HCO that has no effect must be removable too.
  const isDisableOffered = status.enabled === true || status.hco?.asked === true;
  const isEnableOffered = status.enabled !== true || status.disabledListed;
  return (
    <ActionList>
      <ActionListGroup>
        {[...(isEnableOffered ? [true] : []), ...(isDisableOffered ? [false] : [])].map((enabled, place) => (
          // The same key for both buttons: one replaces the other when the gate changes, and keeps the focus.
          <ActionListItem key={place}>
            <GuardedButton
              variant={enabled ? 'primary' : 'secondary'}
              isDanger={!enabled}
              reason={blockedBy(t, target, access, enabled)}
              onClick={() => {
                open(enabled);
              }}
            >
              {enabled ? t('Enable') : t('Disable')}
            </GuardedButton>
          </ActionListItem>
        ))}
      </ActionListGroup>
    </ActionList>
  );
};
