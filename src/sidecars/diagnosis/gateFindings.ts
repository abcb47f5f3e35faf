import { HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';
import { quoteOf } from './messages';
import { textRules } from './textRule';

const fromText = textRules([
  {
    id: 'gateDenied',
    severity: 'error',
    cause: 'gate',
    pattern: /sidecar feature gate is not enabled/i,
    cure: () => ({ kind: 'enableGate' }),
  },
  {
    id: 'gateOnBothLists',
    severity: 'error',
    cause: 'gate',
    pattern: /feature gate "?Sidecar"? exists on both/i,
    cure: () => ({ kind: 'enableGate' }),
  },
  {
    id: 'hcoPatchInvalid',
    severity: 'error',
    cause: 'gate',
    pattern: /invalid jsonPatch in the \S+ annotation|can only modify spec fields/i,
    cure: () => ({ kind: 'repairHcoAnnotation' }),
  },
]);

const KUBEVIRT_GATES = 'spec.configuration.developerConfiguration.featureGates';

/** What KubeVirt's and HCO's objects tell of the gate. */
export const gateFindings = (facts: Facts): DiagnosisFinding[] => {
  const { gate, input, sidecars } = facts;
  const found = fromText(facts);
  if (gate === undefined) {
    return found;
  }
  const kubevirt = {
    kind: 'object',
    object: 'KubeVirt',
    name: input.kubevirt?.metadata.name ?? '',
    field: KUBEVIRT_GATES,
  } as const;
  const hco = {
    kind: 'object',
    object: 'HyperConverged',
    name: input.hco?.metadata.name ?? '',
    field: `metadata.annotations[${HCO_JSONPATCH_ANNOTATION}]`,
  } as const;
  const listed = gate.featureGates.join(', ');
  const add = (
    finding: Omit<DiagnosisFinding, 'params' | 'cause'> & { params?: DiagnosisFinding['params'] },
  ): void => {
    found.push({ params: {}, cause: 'gate', ...finding });
  };
  if (gate.listed && gate.disabledListed) {
    add({
      id: 'gateOnBothLists',
      severity: 'error',
      evidence: [
        {
          source: { ...kubevirt, field: 'spec.configuration.developerConfiguration.disabledFeatureGates' },
          quote: gate.disabledFeatureGates.join(', '),
        },
      ],
      cure: { kind: 'enableGate' },
    });
  } else if (gate.enabled === false && gate.misspelt !== undefined) {
    add({
      id: 'gateMisspelt',
      severity: 'error',
      params: { gate: gate.misspelt },
      evidence: [{ source: kubevirt, quote: listed }],
      cure: { kind: 'enableGate' },
    });
  } else if (gate.enabled === false && sidecars.length > 0) {
    add({
      id: 'gateDenied',
      severity: 'error',
      evidence: [{ source: kubevirt, quote: listed }],
      cure: { kind: 'enableGate' },
    });
  }
  if (gate.hco?.annotation.kind === 'malformed') {
    add({
      id: 'hcoPatchInvalid',
      severity: 'error',
      evidence: [
        { source: hco, quote: quoteOf(gate.hco.annotation.text) },
        ...(gate.hco.failure === undefined
          ? []
          : [
              {
                source: { ...hco, field: 'status.conditions[ReconcileComplete]' },
                quote: quoteOf(gate.hco.failure),
              },
            ]),
      ],
      cure: { kind: 'repairHcoAnnotation' },
    });
  } else if (gate.hco?.asked === false && gate.enabled === true) {
    add({
      id: 'gateNotAskedOfHco',
      severity: 'warning',
      evidence: [
        {
          source: hco,
          quote: gate.hco.annotation.kind === 'parsed' ? quoteOf(gate.hco.annotation.text) : '',
        },
      ],
      cure: { kind: 'enableGate' },
    });
  }
  if (gate.hco?.tainted === true) {
    add({
      id: 'clusterTainted',
      severity: 'advice',
      evidence: [
        {
          source: { ...hco, field: 'status.conditions[TaintedConfiguration]' },
          quote: gate.hco.taintedMessage ?? '',
        },
      ],
    });
  }
  if (gate.deprecated === true && sidecars.length > 0) {
    add({
      id: 'deprecated',
      severity: 'advice',
      params: { version: gate.version ?? '' },
      evidence: [
        { source: { ...kubevirt, field: 'status.observedKubeVirtVersion' }, quote: gate.version ?? '' },
      ],
    });
  }
  return found;
};
