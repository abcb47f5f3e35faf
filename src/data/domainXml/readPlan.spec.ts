import { describe, expect, it } from 'vitest';
import type { Pod, VirtualMachineInstance } from '../../sidecars/objects/resources';
import { planRead, type PlanInput, type ReadPlan } from './readPlan';

const POD = 'virt-launcher-web-abcde';

const pod = (status: Pod['status'], metadata: Partial<Pod['metadata']> = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: POD, namespace: 'shop', uid: 'u1', ...metadata },
  spec: { containers: [] },
  ...(status === undefined ? {} : { status }),
});

const vmi = (status: VirtualMachineInstance['status'] = {}): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { domain: { devices: {} } },
  status,
});

const loaded = <T>(data: T): { status: 'loaded'; data: T } => ({ status: 'loaded', data });
const LOADING = { status: 'loading' } as const;
const running = pod({ phase: 'Running' });

const input = (change: Partial<PlanInput>): PlanInput => ({
  vmStatus: 'Running',
  vmi: loaded(vmi()),
  launcher: loaded({ kind: 'found', pod: running }),
  newestPod: running,
  mayExec: 'allowed',
  ...change,
});

const waiting = (
  name: string,
  reason: string,
  message: string,
): NonNullable<Pod['status']>['containerStatuses'] => [
  { name: 'compute', ready: true, restartCount: 0, state: { running: {} } },
  { name, ready: false, restartCount: 0, state: { waiting: { reason, message } } },
];

describe('planRead', () => {
  it.each<[string, Partial<PlanInput>, ReadPlan]>([
    [
      'reads from the running pod',
      { vmi: loaded(vmi({ phase: 'Running' })) },
      { kind: 'read', pod: POD, podUid: 'u1', phase: 'Running' },
    ],
    [
      'reads again when the domain runs, which is after its pod does',
      { vmi: loaded(vmi({ phase: 'Scheduled' })) },
      { kind: 'read', pod: POD, podUid: 'u1', phase: 'Scheduled' },
    ],
    ['waits for the instance', { vmi: LOADING }, { kind: 'wait' }],
    ['waits for the pods', { launcher: LOADING }, { kind: 'wait' }],
    ['waits for the access review', { mayExec: 'asking' }, { kind: 'wait' }],
    [
      'fails as the instances failed',
      { vmi: { status: 'failed', error: 'x' } },
      { kind: 'failed', error: 'x' },
    ],
    [
      'fails as the pods failed',
      { launcher: { status: 'failed', error: 'y' } },
      { kind: 'failed', error: 'y' },
    ],
  ])('%s', (_what, change, plan) => {
    expect(planRead(input(change))).toMatchObject(plan);
  });

  const none = { launcher: loaded({ kind: 'none' as const }) };
  it.each<[string, Partial<PlanInput>, object]>([
    [
      'a stopped VM',
      { vmi: loaded(undefined), vmStatus: 'Stopped' },
      { kind: 'vmStopped', vmStatus: 'Stopped' },
    ],
    ['a refused access review', { mayExec: 'denied' }, { kind: 'mayNotExec', pod: POD }],
    [
      'a migration',
      { launcher: loaded({ kind: 'migrating', source: running, target: pod({}, { name: 'target' }) }) },
      { kind: 'vmMigrating', source: POD, target: 'target' },
    ],
    [
      'a migration of which nothing is known yet',
      { launcher: loaded({ kind: 'migrating', source: undefined, target: undefined }) },
      { kind: 'vmMigrating', source: undefined, target: undefined },
    ],
    [
      'a pod that pulls an image in vain',
      {
        ...none,
        newestPod: pod({
          phase: 'Pending',
          containerStatuses: waiting('hook-sidecar-0', 'ErrImagePull', 'no such image'),
        }),
      },
      {
        kind: 'podNotRunning',
        pod: POD,
        phase: 'Pending',
        said: 'hook-sidecar-0: ErrImagePull: no such image',
      },
    ],
    [
      'a pod that is being made',
      {
        ...none,
        newestPod: pod({
          phase: 'Pending',
          initContainerStatuses: waiting('guest-init', 'ContainerCreating', ''),
          containerStatuses: waiting('hook-sidecar-0', 'PodInitializing', ''),
        }),
      },
      { kind: 'podNotRunning', pod: POD, phase: 'Pending', said: '' },
    ],
    [
      'a pod that fits no node',
      {
        ...none,
        newestPod: pod({
          phase: 'Pending',
          conditions: [
            { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' },
          ],
        }),
      },
      { kind: 'podNotRunning', pod: POD, phase: 'Pending', said: '0/3 nodes' },
    ],
    [
      'a failed pod',
      {
        ...none,
        newestPod: pod({
          phase: 'Failed',
          containerStatuses: [
            {
              name: 'guest-init',
              ready: false,
              restartCount: 0,
              state: { terminated: { exitCode: 0, reason: 'Completed' } },
            },
            {
              name: 'hook-sidecar-0',
              ready: false,
              restartCount: 0,
              state: { terminated: { exitCode: 1, reason: 'Error' } },
            },
          ],
        }),
      },
      { kind: 'podNotRunning', pod: POD, phase: 'Failed', said: 'hook-sidecar-0: Error' },
    ],
    [
      'a pod that is being deleted',
      { ...none, newestPod: pod({ phase: 'Running' }, { deletionTimestamp: '2026-01-01T00:00:00Z' }) },
      { kind: 'podNotRunning', pod: POD, phase: 'Terminating', said: '' },
    ],
    [
      'a pod without a status',
      { ...none, newestPod: pod(undefined) },
      { kind: 'podNotRunning', pod: POD, phase: 'Pending', said: '' },
    ],
    [
      'an instance that gets no pod',
      {
        ...none,
        newestPod: undefined,
        vmi: loaded(
          vmi({
            phase: 'Pending',
            conditions: [
              { type: 'Ready', status: 'False', message: 'not this' },
              { type: 'Synchronized', status: 'False', message: 'failed to render launch manifest' },
            ],
          }),
        ),
      },
      { kind: 'podNotRunning', pod: undefined, phase: 'Pending', said: 'failed to render launch manifest' },
    ],
  ])('stops at %s', (_what, change, problem) => {
    expect(planRead(input(change))).toEqual({ kind: 'stop', problem });
  });
});
