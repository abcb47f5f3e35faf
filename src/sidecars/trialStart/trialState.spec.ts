import { describe, expect, it } from 'vitest';
import type { RecordedCall } from './recorderLog';
import {
  INITIAL_TRIAL,
  outcomeOf,
  reduceTrial,
  type TrialEvent,
  type TrialObservation,
  type TrialState,
} from './trialState';

const NOTHING: TrialObservation = {
  phase: 'Pending',
  isPaused: false,
  syncMessage: '',
  podMessage: '',
  pod: undefined,
  containerMessage: '',
  calls: {},
  defined: [],
};

const call = (change: Partial<RecordedCall> = {}): RecordedCall => ({
  hookPoint: 'onDefineDomain',
  call: 1,
  input: '<domain/>',
  output: '<domain/>',
  stderr: '',
  ending: { kind: 'exited', code: 0 },
  durationMs: 5,
  isComplete: true,
  isRunning: false,
  ...change,
});

const after = (...events: TrialEvent[]): TrialState => events.reduce(reduceTrial, INITIAL_TRIAL);
const seen = (change: Partial<TrialObservation>): TrialEvent => ({
  kind: 'seen',
  seen: { ...NOTHING, ...change },
});

describe('reduceTrial', () => {
  it.each<[string, Partial<TrialObservation>, string]>([
    ['waits for a node', {}, 'schedule'],
    ['is scheduled', { phase: 'Scheduled' }, 'calls'],
    ['calls a hook', { phase: 'Scheduling', calls: { 0: [call({ isRunning: true })] } }, 'calls'],
    ['has called its hooks', { phase: 'Scheduled', calls: { 0: [call()] } }, 'define'],
    ['has a domain', { phase: 'Scheduled', calls: { 0: [call()] }, defined: ['<domain/>'] }, 'start'],
  ])('shows that a copy %s', (_what, change, step) => {
    expect(after({ kind: 'validated' }, seen(change)).step).toBe(step);
  });

  it('follows a good trial to its end', () => {
    const events: TrialEvent[] = [
      { kind: 'validated' },
      seen({ defined: ['<domain/>'] }),
      { kind: 'started' },
      { kind: 'read', xml: '<domain/>', problem: undefined },
      { kind: 'removed' },
    ];
    const steps = events.map((_, index) => after(...events.slice(0, index + 1)).step);
    expect(steps).toEqual(['schedule', 'start', 'read', 'cleanUp', undefined]);
    expect(after(...events)).toMatchObject({
      liveXml: '<domain/>',
      failure: undefined,
      leftBehind: undefined,
    });
  });

  it('remembers the first failure and its step, and then cleans up', () => {
    const state = after(
      { kind: 'validated' },
      seen({ phase: 'Scheduled', calls: { 0: [call({ ending: { kind: 'exited', code: 1 } })] } }),
      { kind: 'failed', failure: { kind: 'hookFailed', hook: 0, call: 1 } },
      { kind: 'failed', failure: { kind: 'cancelled' } },
      seen({ phase: 'Scheduled' }),
    );
    expect(state).toMatchObject({ step: 'cleanUp', failedStep: 'calls', failure: { kind: 'hookFailed' } });
    expect(reduceTrial(state, { kind: 'notRemoved', message: 'no' })).toMatchObject({
      step: undefined,
      leftBehind: 'no',
    });
  });
});

describe('outcomeOf', () => {
  it.each<[string, Partial<TrialObservation>, unknown]>([
    ['that waits', { podMessage: '0/3 nodes are available' }, undefined],
    ['that runs but is not paused yet', { phase: 'Running' }, undefined],
    ['that is paused', { phase: 'Running', isPaused: true, calls: { 0: [call()] } }, 'started'],
    [
      'whose second call failed',
      { calls: { 0: [call()], 1: [call(), call({ call: 2, ending: { kind: 'exited', code: 3 } })] } },
      { kind: 'hookFailed', hook: 1, call: 2 },
    ],
    [
      'whose script does not start',
      {
        phase: 'Running',
        isPaused: true,
        calls: { 0: [call({ ending: { kind: 'notStarted', message: 'm' } })] },
      },
      { kind: 'hookFailed', hook: 0, call: 1 },
    ],
    ['whose script still runs', { calls: { 0: [call({ ending: { kind: 'unknown' } })] } }, undefined],
    ['that crashed', { phase: 'Failed', podMessage: 'p' }, { kind: 'instanceFailed', message: 'p' }],
    [
      'with a hook container that ended',
      { containerMessage: 'hook-sidecar-0: Error 1' },
      { kind: 'containerFailed', message: 'hook-sidecar-0: Error 1' },
    ],
  ])('of a copy %s', (_what, change, outcome) => {
    expect(outcomeOf({ ...NOTHING, ...change }, undefined)).toEqual(outcome);
  });

  it('believes a message of KubeVirt only if it stays', () => {
    const failing = { ...NOTHING, syncMessage: 'EOF' };
    expect(outcomeOf(failing, undefined)).toBeUndefined();
    expect(outcomeOf(failing, NOTHING)).toBeUndefined();
    expect(outcomeOf(failing, failing)).toEqual({ kind: 'syncFailed', message: 'EOF' });
  });
});
