import { FEATURE_GATE, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import type { HyperConverged, KubeVirt } from '../objects/resources';
import { enablesGate, parseHcoPatch, type HcoPatch } from './hcoAnnotation';
import { isAtLeast } from './kubevirtVersion';

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
  /** What HCO says of why it does not reconcile. */
  failure: string | undefined;
}

const hcoStatus = (hco: HyperConverged): HcoGateStatus => {
  const annotation = parseHcoPatch(hco.metadata.annotations?.[HCO_JSONPATCH_ANNOTATION]);
  const taint = hco.status?.conditions?.find(
    ({ type, status }) => type === 'TaintedConfiguration' && status === 'True',
  );
  return {
    annotation,
    asked: annotation.kind === 'parsed' && enablesGate(annotation.operations),
    tainted: taint !== undefined,
    taintedMessage: taint?.message,
    failure: hco.status?.conditions?.find(
      ({ type, status }) => type === 'ReconcileComplete' && status === 'False',
    )?.message,
  };
};

/** The KubeVirt object decides; what HCO's annotation asks for only leads there. */
export const evaluateGate = ({ kubevirt, hco }: GateInput): GateStatus => {
  const { featureGates = [], disabledFeatureGates = [] } =
    kubevirt?.spec?.configuration?.developerConfiguration ?? {};
  const listed = featureGates.includes(FEATURE_GATE);
  const disabledListed = disabledFeatureGates.includes(FEATURE_GATE);
  const version = kubevirt?.status?.observedKubeVirtVersion;
  return {
    // Also where it is listed as disabled: the list of enabled gates counts more.
    enabled: kubevirt && listed,
    listed,
    disabledListed,
    featureGates,
    disabledFeatureGates,
    misspelt: featureGates.find((gate) => gate !== FEATURE_GATE && gate.trim().toLowerCase() === 'sidecar'),
    phase: kubevirt?.status?.phase,
    version,
    deprecated: isAtLeast(version, 1, 9),
    hco: hco && hcoStatus(hco),
  };
};
