import { FEATURE_GATE, HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import type { HyperConverged, KubeVirt } from '../objects/resources';
import { enablesGate, parseHcoPatch, type HcoPatch } from './hcoAnnotation';
import { isAtLeast } from './kubevirtVersion';

export interface GateInput {
  kubevirt: KubeVirt | undefined;
  /** Undefined if there is none or the user may not read it. */
  hco?: HyperConverged | undefined;
}

export interface GateStatus {
  /** Undefined if the KubeVirt object is not known. */
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
  /** True from KubeVirt 1.9; undefined if the version is not known. */
  deprecated: boolean | undefined;
  /** The status of the HyperConverged object; undefined without one. */
  hco: HcoGateStatus | undefined;
}

export interface HcoGateStatus {
  annotation: HcoPatch;
  /** The annotation asks for the gate. */
  asked: boolean;
  /** The TaintedConfiguration condition is True. */
  tainted: boolean;
  taintedMessage: string | undefined;
  /** HCO's message about why it does not reconcile. */
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

/** Evaluates the KubeVirt object, which decides; HCO's annotation only changes that object. */
export const evaluateGate = ({ kubevirt, hco }: GateInput): GateStatus => {
  const { featureGates = [], disabledFeatureGates = [] } =
    kubevirt?.spec?.configuration?.developerConfiguration ?? {};
  const listed = featureGates.includes(FEATURE_GATE);
  const disabledListed = disabledFeatureGates.includes(FEATURE_GATE);
  const version = kubevirt?.status?.observedKubeVirtVersion;
  return {
    // Also if it is listed as disabled: the list of enabled gates has priority.
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
