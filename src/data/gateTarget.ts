import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { KubeVirtModel } from '../k8s/models';
import type { GateObject } from '../sidecars/featureGate/gatePlan';
import type { Gate } from './useGate';

/** The object to write for turning the gate on or off. */
export type GateTarget = GateObject & { model: K8sModel };

/** Why that object is unknown. `forbidden`: HCO is installed, but the user may not read its object. */
export type NoGateTarget = 'loading' | 'forbidden' | 'unreadable' | 'noKubeVirt';

export const gateTarget = ({ kubevirt, hco }: Pick<Gate, 'kubevirt' | 'hco'>): GateTarget | NoGateTarget => {
  if (hco.status !== 'loaded') {
    return hco.status === 'failed' ? 'unreadable' : 'loading';
  }
  if (hco.data.kind === 'found') {
    return { kind: 'hco', object: hco.data.hco, model: hco.data.model };
  }
  if (hco.data.kind === 'forbidden') {
    return 'forbidden';
  }
  if (kubevirt.status !== 'loaded') {
    return kubevirt.status === 'failed' ? 'unreadable' : 'loading';
  }
  return kubevirt.data === undefined
    ? 'noKubeVirt'
    : { kind: 'kubevirt', object: kubevirt.data, model: KubeVirtModel };
};
