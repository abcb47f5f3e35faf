import { expect, it } from 'vitest';
import { summarizeFindings } from './findingsSummary';
import type { ListedFinding, ListedFindingId, VmFindings } from './vmFindings';

const finding = (id: ListedFindingId, severity: ListedFinding['severity'] = 'error'): ListedFinding => ({
  id,
  severity,
  params: {},
  place: { kind: 'annotation' },
});

const VMS: Record<string, VmFindings> = {
  fine: { list: [] },
  advised: { list: [finding('imageSet', 'advice')] },
  blank: { list: [finding('blankAnnotation')], consequence: 'doesNotStart' },
  missing: {
    list: [finding('configMapMissing'), finding('configMapMissing'), finding('keyMissing')],
    consequence: 'doesNotStart',
  },
  alsoMissing: { list: [finding('configMapMissing')], consequence: 'doesNotStart' },
  skipped: { list: [finding('keyMissing'), finding('hookOrder', 'warning')], consequence: 'startsUnchanged' },
};

it('counts VMs by their worst consequence, and causes by VM', () => {
  expect(summarizeFindings(Object.values(VMS))).toEqual([
    {
      consequence: 'doesNotStart',
      vms: 3,
      causes: [
        { id: 'configMapMissing', vms: 2 },
        { id: 'blankAnnotation', vms: 1 },
      ],
    },
    { consequence: 'startsUnchanged', vms: 1, causes: [{ id: 'keyMissing', vms: 1 }] },
  ]);
});

it('says nothing where all VMs start as meant', () => {
  expect(summarizeFindings([])).toEqual([]);
  expect(summarizeFindings([{ list: [] }, { list: [finding('imageSet', 'advice')] }])).toEqual([]);
});
