import { describe, expect, it } from 'vitest';
import type { Finding, Place } from '../../checks/check';
import { planFindings } from './fieldFindings';

const finding = (place: Place): Finding => ({ id: 'keyMissing', severity: 'error', params: {}, place });
const ofKey = finding({ kind: 'annotation', index: 1, field: 'configMap.key' });
const ofAnotherSidecar = finding({ kind: 'annotation', index: 0, field: 'configMap.key' });
const ofUnknownField = finding({ kind: 'annotation', index: 1, field: 'note' });
const ofAll = finding({ kind: 'annotation' });
const ofVm = finding({ kind: 'vm', field: 'args' });

describe('planFindings', () => {
  const { at, others } = planFindings({
    findings: [ofKey, ofAnotherSidecar, ofUnknownField, ofAll, ofVm],
    index: 1,
  });

  it('shows a finding at the field of this sidecar that it is about', () => {
    expect(at('configMap.key')).toEqual([ofKey]);
    expect(at('args')).toEqual([]);
  });

  it('loses nothing', () => {
    expect(others).toEqual([ofAnotherSidecar, ofUnknownField, ofAll, ofVm]);
  });
});
