import { HCO_JSONPATCH_ANNOTATION } from '../annotation/constants';
import { happened } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';
import { quoteOf } from './messages';

const KUBEVIRT_GATES = 'spec.configuration.developerConfiguration.featureGates';

/** What KubeVirt's and HCO's objects tell of the gate. */
export const gateFindings = (facts: Facts): DiagnosisFinding[] => {
  const { gate, input, sidecars } = facts;
  if (gate === undefined) {
    return [];
  }
  const found: DiagnosisFinding[] = [];
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
  if (gate.listed && gate.disabledListed) {
    found.push(
      happened('gateOnBothLists', {
        evidence: [
          {
            source: { ...kubevirt, field: 'spec.configuration.developerConfiguration.disabledFeatureGates' },
            quote: gate.disabledFeatureGates.join(', '),
          },
        ],
        cure: { kind: 'enableGate' },
      }),
    );
  } else if (gate.enabled === false && gate.misspelt !== undefined) {
    found.push(
      happened('gateMisspelt', {
        params: { gate: gate.misspelt },
        evidence: [{ source: kubevirt, quote: listed }],
        cure: { kind: 'enableGate' },
      }),
    );
  } else if (gate.enabled === false && sidecars.length > 0) {
    found.push(
      happened('gateDenied', {
        evidence: [{ source: kubevirt, quote: listed }],
        cure: { kind: 'enableGate' },
      }),
    );
  }
  if (gate.hco?.annotation.kind === 'malformed') {
    found.push(
      happened('hcoPatchInvalid', {
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
      }),
    );
  } else if (gate.hco?.asked === false && gate.enabled === true) {
    found.push(
      happened('gateNotAskedOfHco', {
        evidence: [
          {
            source: hco,
            quote: gate.hco.annotation.kind === 'parsed' ? quoteOf(gate.hco.annotation.text) : '',
          },
        ],
        cure: { kind: 'enableGate' },
      }),
    );
  }
  if (gate.hco?.tainted === true) {
    found.push(
      happened('clusterTainted', {
        evidence: [
          {
            source: { ...hco, field: 'status.conditions[TaintedConfiguration]' },
            quote: gate.hco.taintedMessage ?? '',
          },
        ],
      }),
    );
  }
  if (gate.deprecated === true && sidecars.length > 0) {
    found.push(
      happened('deprecated', {
        params: { version: gate.version ?? '' },
        evidence: [
          { source: { ...kubevirt, field: 'status.observedKubeVirtVersion' }, quote: gate.version ?? '' },
        ],
      }),
    );
  }
  return found;
};
