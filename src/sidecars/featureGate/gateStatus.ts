import type { HyperConverged, KubeVirt } from '../resources';
import type { HcoPatch } from './hcoAnnotation';

export interface GateInput {
  kubevirt: KubeVirt | undefined;
  /** Undefined where there is none or it may not be read. */
  hco?: HyperConverged | undefined;
}

export interface GateStatus {
  /** Undefined when the KubeVirt object is not known. */
  enabled: boolean | undefined;
  /** In `featureGates` of the KubeVirt object. */
  listed: boolean;
  /** In `disabledFeatureGates` of the KubeVirt object; KubeVirt refuses a gate on both lists. */
  disabledListed: boolean;
  /** All gates in `featureGates`, as listed. */
  featureGates: string[];
  disabledFeatureGates: string[];
  /** A listed gate that KubeVirt ignores because only its case is wrong: `sidecar`. */
  misspelt: string | undefined;
  /** `Deployed`, `Deploying`, … */
  phase: string | undefined;
  version: string | undefined;
  /** From KubeVirt 1.9; undefined when the version is not known. */
  deprecated: boolean | undefined;
  /** What the HyperConverged object says; undefined without one. */
  hco: HcoGateStatus | undefined;
}

export interface HcoGateStatus {
  annotation: HcoPatch;
  /** The annotation asks for the gate. */
  asked: boolean;
  /** The TaintedConfiguration condition is True. */
  tainted: boolean;
  taintedMessage: string | undefined;
}

export const evaluateGate = (input: GateInput): GateStatus => {
  void input;
  throw new Error('not yet');
};
