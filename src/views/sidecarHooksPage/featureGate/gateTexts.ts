import type { TFunction } from 'i18next';
import type { GatePlan } from '../../../sidecars/featureGate/gatePlan';
import type { GateTarget, NoGateTarget } from '../../../data/gateTarget';
import type { WaitObstacle } from '../../../sidecars/featureGate/gateWait';

type Refusal = Extract<GatePlan, { kind: 'refused' }>['why'];

/** Why the gate's object cannot be written. */
export const refusedText = (
  t: TFunction,
  why: Refusal,
  target: GateTarget['kind'],
  enabled: boolean,
): string => {
  if (why === 'malformed') {
    return t(
      'HCO cannot apply its jsonpatch annotation, which is not overwritten here. Repair it by hand first.',
    );
  }
  if (target === 'kubevirt') {
    return enabled
      ? t('KubeVirt lists the feature gate already.')
      : t('KubeVirt does not list the feature gate.');
  }
  return enabled
    ? t(
        'The jsonpatch annotation asks for the feature gate already. See below why KubeVirt does not list it.',
      )
    : t('The jsonpatch annotation does not ask for the feature gate: something else turned it on.');
};

/** Why the user cannot change the gate here. */
export const noTargetText = (t: TFunction, why: NoGateTarget): string => {
  switch (why) {
    case 'loading':
      return t('Still loading');
    case 'forbidden':
      return t('You may not read the HyperConverged object, which turns the feature gate on and off.');
    case 'unreadable':
      return t('What turns the feature gate on and off could not be read.');
    case 'noKubeVirt':
      return t('There is no KubeVirt object in the cluster.');
  }
};

export const obstacleText = (t: TFunction, obstacle: WaitObstacle): string => {
  switch (obstacle.code) {
    case 'onDisabledList':
      return t('Sidecar is on the list of disabled feature gates, and KubeVirt refuses it on both.');
    case 'annotationChanged':
      return t('Somebody changed the jsonpatch annotation of HCO since.');
    case 'phase':
      return t('KubeVirt is in phase {{phase}}.', { phase: obstacle.phase });
  }
};
