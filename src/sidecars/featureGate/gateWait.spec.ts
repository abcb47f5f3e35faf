import { describe, expect, it } from 'vitest';
import { evaluateGate } from './gateStatus';
import type { KubeVirt } from '../objects/resources';
import { isSettling, troubledConditions, waitedSeconds, waitObstacles, waitOutcome } from './gateWait';

const wait = { wanted: true, startedAt: 1_000_000 };

describe('waitOutcome', () => {
  it.each([
    { after: 0, reached: false, outcome: 'waiting', seconds: 0 },
    { after: 59_999, reached: false, outcome: 'waiting', seconds: 59 },
    { after: 60_000, reached: false, outcome: 'gaveUp', seconds: 60 },
    { after: 300_000, reached: false, outcome: 'gaveUp', seconds: 60 },
    { after: 300_000, reached: true, outcome: 'reached', seconds: 4 },
    // The clock went backwards.
    { after: -5_000, reached: false, outcome: 'waiting', seconds: 0 },
  ])('is $outcome after $after ms', ({ after, reached, outcome, seconds }) => {
    const seen = reached ? { ...wait, reachedAt: wait.startedAt + 4_200 } : wait;
    expect(waitOutcome(seen, wait.startedAt + after)).toBe(outcome);
    expect(waitedSeconds(seen, wait.startedAt + after)).toBe(seconds);
  });
});

describe('troubledConditions', () => {
  it('leaves out what is as it should be, and conditions it does not know', () => {
    const condition = (type: string, status: string): { type: string; status: string } => ({ type, status });
    expect(
      troubledConditions([
        condition('ReconcileComplete', 'False'),
        condition('Available', 'True'),
        condition('Upgradeable', 'Unknown'),
        condition('Degraded', 'True'),
        condition('Progressing', 'False'),
        condition('TaintedConfiguration', 'True'),
        condition('Other', 'True'),
      ]).map(({ type }) => type),
    ).toEqual(['ReconcileComplete', 'Upgradeable', 'Degraded', 'TaintedConfiguration']);
    expect(troubledConditions(undefined)).toEqual([]);
  });
});

describe('waitObstacles', () => {
  const kubevirt = (phase: string, disabledFeatureGates: string[]): KubeVirt => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt' },
    spec: { configuration: { developerConfiguration: { disabledFeatureGates } } },
    status: { phase },
  });
  const hco = { apiVersion: 'hco.kubevirt.io/v1', kind: 'HyperConverged', metadata: { name: 'hco' } };

  it('says nothing when all is well or nothing is known', () => {
    expect(waitObstacles(true, undefined)).toEqual([]);
    expect(waitObstacles(true, evaluateGate({ kubevirt: kubevirt('Deployed', []) }))).toEqual([]);
  });

  it('says why KubeVirt has not applied it', () => {
    const status = evaluateGate({ kubevirt: kubevirt('Deploying', ['Sidecar']), hco });
    expect(waitObstacles(true, status)).toEqual([
      { code: 'onDisabledList' },
      { code: 'annotationChanged' },
      { code: 'phase', phase: 'Deploying' },
    ]);
    expect(waitObstacles(false, status)).toEqual([{ code: 'phase', phase: 'Deploying' }]);
  });
});

describe('isSettling', () => {
  const wait = { wanted: true, startedAt: 1_000_000 };
  it.each([
    ['KubeVirt does not follow yet', wait, 30_000, true],
    ['KubeVirt never followed', wait, 61_000, false],
    // HCO says that it is tainted some seconds after KubeVirt has the gate.
    ['KubeVirt followed a moment ago', { ...wait, reachedAt: wait.startedAt + 5000 }, 6000, true],
    ['KubeVirt followed long ago', { ...wait, reachedAt: wait.startedAt + 5000 }, 21_000, false],
  ])('%s', (_case, seen, after, expected) => {
    expect(isSettling(seen, wait.startedAt + after)).toBe(expected);
  });
});
