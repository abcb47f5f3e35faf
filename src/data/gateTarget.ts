import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { KubeVirtModel } from '../k8s/models';
import type { Gate } from './useGate';
import type { HyperConverged, KubeVirt } from '../sidecars/objects/resources';

/** The object that turns the gate on and off: HCO reverts what is written to KubeVirt's own object. */
export type GateTarget =
  | { kind: 'hco'; object: HyperConverged; model: K8sModel }
  | { kind: 'kubevirt'; object: KubeVirt; model: K8sModel };

/** Why it is not known what to write. `forbidden`: HCO is there, and the user may not read its object. */
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
