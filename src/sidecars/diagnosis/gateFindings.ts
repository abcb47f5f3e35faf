import { happened } from './diagnosisEntries';
import type { DiagnosisFinding } from './diagnosisModel';
import type { Facts } from './facts';

const KUBEVIRT_GATES = 'spec.configuration.developerConfiguration.featureGates';

/** What the KubeVirt object tells of the gate. The page of the gate tells what HyperConverged does. */
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
