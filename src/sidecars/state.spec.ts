import { describe, expect, it } from 'vitest';
import type { ConfigMap, ContainerStatus, Pod, VirtualMachine, VirtualMachineInstance } from './resources';
import { sidecarState, type SidecarState, type StateInput } from './state';

const NAME = 'hooks.kubevirt.io/hookSidecars';
const annotations = (text: string | undefined): Record<string, string> =>
  text === undefined ? {} : { [NAME]: text };

const vm = (text: string | undefined, status: VirtualMachine['status'] = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a' },
  spec: { template: { metadata: { annotations: annotations(text) }, spec: { domain: { devices: {} } } } },
  status,
});

const vmi = (
  text: string | undefined,
  status: VirtualMachineInstance['status'] = {},
): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: {
    name: 'vm',
    namespace: 'a',
    annotations: annotations(text),
    creationTimestamp: '2026-01-01T10:00:00Z',
  },
  spec: { domain: { devices: {} } },
  status: { phase: 'Running', ...status },
});

const pod = (containerStatuses: ContainerStatus[], status: Pod['status'] = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'virt-launcher-vm-x', namespace: 'a', creationTimestamp: '2026-01-01T10:00:01Z' },
  spec: { containers: [] },
  status: { phase: 'Running', containerStatuses, ...status },
});

const container = (name: string, state: ContainerStatus['state']): ContainerStatus => ({
  name,
  ready: false,
  restartCount: 0,
  ...(state && { state }),
});

const script = (name: string, args = ['--version', 'v1alpha3']): string =>
  JSON.stringify({ args, configMap: { name, key: 'k', hookPath: '/usr/bin/onDefineDomain' } });
const A = `[${script('a')}]`;
const B = `[${script('b')}]`;
const AA = `[${script('a')},${script('a')}]`;
const AB = `[${script('a')},${script('b')}]`;
const BA = `[${script('b')},${script('a')}]`;

const codes = ({ reasons }: Pick<SidecarState, 'reasons'>): unknown[] =>
  reasons.map(({ code, params }) => (params.index === undefined ? code : `${code} ${String(params.index)}`));

describe('sidecarState', () => {
  it.each<[string, StateInput, SidecarState['kind'], unknown[], SidecarState['kind'][]]>([
    ['nothing attached', { vm: vm(undefined) }, 'notAttached', [], []],
    ['an empty list', { vm: vm('[]'), vmi: vmi('null') }, 'notAttached', [], []],
    ['an empty list and the gate off', { vm: vm('[]'), gate: { enabled: false } }, 'notAttached', [], []],
    ['a stopped VM', { vm: vm(A) }, 'appliesAtNextStart', [], ['appliesAtNextStart']],
    [
      'an instance that has ended',
      { vm: vm(A), vmi: vmi(A, { phase: 'Succeeded' }) },
      'appliesAtNextStart',
      [],
      ['appliesAtNextStart'],
    ],
    [
      'an instance that starts',
      { vm: vm(A), vmi: vmi(A, { phase: 'Scheduled' }) },
      'appliesAtNextStart',
      [],
      ['appliesAtNextStart'],
    ],
    ['a running VM', { vm: vm(A), vmi: vmi(A) }, 'applied', [], ['applied']],
    [
      'the same in other words',
      { vm: vm(A), vmi: vmi(A.replace('args', 'Args').replace(':', ' :')) },
      'applied',
      [],
      ['applied'],
    ],
    ['one added', { vm: vm(AB), vmi: vmi(A) }, 'restartNeeded', ['added 1'], ['applied', 'restartNeeded']],
    ['the first one', { vm: vm(A), vmi: vmi(undefined) }, 'restartNeeded', ['added 0'], ['restartNeeded']],
    ['one removed', { vm: vm(B), vmi: vmi(AB) }, 'restartNeeded', ['removed 0'], ['applied']],
    ['all removed', { vm: vm(undefined), vmi: vmi(AB) }, 'restartNeeded', ['removed 0', 'removed 1'], []],
    ['one changed', { vm: vm(A), vmi: vmi(B) }, 'restartNeeded', ['changed 0'], ['restartNeeded']],
    ['one twice', { vm: vm(AA), vmi: vmi(A) }, 'restartNeeded', ['added 1'], ['applied', 'restartNeeded']],
    [
      'the order changed',
      { vm: vm(AB), vmi: vmi(BA) },
      'restartNeeded',
      ['reordered 1'],
      ['applied', 'restartNeeded'],
    ],
    [
      'the gate off',
      { vm: vm(A), vmi: vmi(A), gate: { enabled: false } },
      'blocked',
      ['gateOff'],
      ['blocked'],
    ],
    [
      'a gate not known',
      { vm: vm(A), vmi: vmi(A), gate: { enabled: undefined } },
      'applied',
      [],
      ['applied'],
    ],
    [
      'two blocked for one reason',
      { vm: vm(AB), gate: { enabled: false } },
      'blocked',
      ['gateOff'],
      ['blocked', 'blocked'],
    ],
  ])('of %s', (_name, input, kind, reasons, kinds) => {
    const state = sidecarState(input);
    expect(state.kind).toBe(kind);
    expect(codes(state)).toEqual(reasons);
    expect(state.sidecars.map((sidecar) => sidecar.kind)).toEqual(kinds);
  });

  it('tells where an annotation cannot be read', () => {
    expect(sidecarState({ vm: vm('[\n{]'), vmi: vmi(A) })).toEqual({
      kind: 'unreadable',
      reasons: [
        {
          code: 'malformedAnnotation',
          params: { line: 2, column: 2 },
          quote: "invalid character ']' looking for beginning of object key string",
        },
      ],
      sidecars: [],
    });
  });

  it('tells that the instance carries what cannot be read, though the template is mended', () => {
    const state = sidecarState({ vm: vm(A), vmi: vmi('[', { phase: 'Pending' }) });
    expect([state.kind, codes(state)]).toEqual(['failing', ['malformedInstanceAnnotation', 'added 0']]);
    expect(sidecarState({ vm: vm(undefined), vmi: vmi('[') }).kind).toBe('failing');
  });

  const message = 'failed to render launch manifest: configmaps "a" not found';
  it.each<[string, Partial<StateInput>, object]>([
    [
      'the VMI',
      {
        vmi: vmi(A, {
          phase: 'Pending',
          conditions: [{ type: 'Synchronized', status: 'False', reason: 'FailedCreate', message }],
        }),
      },
      { code: 'notSynchronized', params: { reason: 'FailedCreate' }, quote: message },
    ],
    [
      'a bare condition',
      { vmi: vmi(A, { conditions: [{ type: 'Synchronized', status: 'False' }] }) },
      { code: 'notSynchronized', params: { reason: '' } },
    ],
    [
      'a failed VMI',
      { vmi: vmi(A, { phase: 'Failed', reason: 'Gone' }) },
      { code: 'instanceFailed', params: { reason: 'Gone' } },
    ],
    [
      'a VMI failed without a word',
      { vmi: vmi(A, { phase: 'Failed' }) },
      { code: 'instanceFailed', params: { reason: '' } },
    ],
    [
      'the VM',
      { vm: vm(A, { printableStatus: 'CrashLoopBackOff' }) },
      { code: 'vmStatus', params: { status: 'CrashLoopBackOff' } },
    ],
    [
      'the VM condition',
      { vm: vm(A, { conditions: [{ type: 'Failure', status: 'True', message: 'no' }] }) },
      { code: 'vmFailure', params: { reason: '' }, quote: 'no' },
    ],
    [
      'others',
      { failures: [{ code: 'notSynchronized', params: { reason: 'Log' } }] },
      { code: 'notSynchronized', params: { reason: 'Log' } },
    ],
    [
      'a container that ended',
      {
        vmi: vmi(A),
        launcherPod: pod([container('hook-sidecar-0', { terminated: { exitCode: 1, reason: 'Error' } })]),
      },
      {
        code: 'containerTerminated',
        params: { container: 'hook-sidecar-0', index: 0, exitCode: 1, reason: 'Error' },
      },
    ],
    [
      'the compute container',
      {
        vmi: vmi(A),
        launcherPod: pod([container('compute', { terminated: { exitCode: 2, message: 'panic' } })]),
      },
      {
        code: 'containerTerminated',
        params: { container: 'compute', exitCode: 2, reason: '' },
        quote: 'panic',
      },
    ],
    [
      'a container that waits',
      {
        vmi: vmi(A),
        launcherPod: pod([
          container('hook-sidecar-0', { waiting: { reason: 'ErrImagePull', message: 'denied' } }),
        ]),
      },
      {
        code: 'containerWaiting',
        params: { container: 'hook-sidecar-0', index: 0, reason: 'ErrImagePull' },
        quote: 'denied',
      },
    ],
    [
      'the scheduler',
      {
        vmi: vmi(A),
        launcherPod: pod([], {
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }],
        }),
      },
      { code: 'podNotScheduled', params: { reason: 'Unschedulable' } },
    ],
    [
      'an unscheduled pod without a word',
      { launcherPod: pod([], { conditions: [{ type: 'PodScheduled', status: 'False' }] }) },
      { code: 'podNotScheduled', params: { reason: '' } },
    ],
    [
      'the pod',
      { launcherPod: pod([], { phase: 'Failed', reason: 'Evicted', message: 'full' }) },
      { code: 'podFailed', params: { reason: 'Evicted' }, quote: 'full' },
    ],
    [
      'a pod failed without a word',
      { launcherPod: pod([], { phase: 'Failed' }) },
      { code: 'podFailed', params: { reason: '' } },
    ],
  ])('is failing by what %s says', (_name, input, reason) => {
    const state = sidecarState({ vm: vm(A), ...input });
    expect([state.kind, state.reasons, state.sidecars[0]?.kind]).toEqual(['failing', [reason], 'failing']);
  });

  it('tells which of several sidecars fails', () => {
    const launcherPod = pod([
      container('hook-sidecar-0', { running: {} }),
      container('hook-sidecar-1', { terminated: { exitCode: 1 } }),
      container('guest-console-log', { terminated: { exitCode: 1 } }),
      container('hook-sidecar-2', { waiting: { reason: 'ContainerCreating' } }),
      container('hook-sidecar-3', { terminated: { exitCode: 0 } }),
    ]);
    const state = sidecarState({ vm: vm(AB), vmi: vmi(AB), launcherPod });
    expect(codes(state)).toEqual(['containerTerminated 1']);
    expect(state.sidecars.map(({ kind }) => kind)).toEqual(['applied', 'failing']);
  });

  it('knows a sidecar by its container when the template lists it elsewhere', () => {
    const launcherPod = pod([container('hook-sidecar-1', { terminated: { exitCode: 1 } })]);
    expect(sidecarState({ vm: vm(B), vmi: vmi(AB), launcherPod }).sidecars[0]?.kind).toBe('failing');
  });

  it('keeps the failure in view when the template was changed because of it', () => {
    const failures = [{ code: 'notSynchronized', params: {} }] as const;
    const state = sidecarState({ vm: vm(A), vmi: vmi(B), failures });
    expect([state.kind, codes(state)]).toEqual(['failing', ['notSynchronized', 'changed 0']]);
  });

  it('takes no failure of a VM without sidecars for its own', () => {
    expect(sidecarState({ vm: vm(undefined, { printableStatus: 'CrashLoopBackOff' }) }).kind).toBe(
      'notAttached',
    );
  });

  describe('after a change of the script', () => {
    const changedAt = (time: string): ReadonlyMap<string, ConfigMap> =>
      new Map([
        ['a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', creationTimestamp: time } }],
      ]);
    const started = pod([container('hook-sidecar-0', { running: { startedAt: '2026-01-01T10:00:09Z' } })]);
    it.each<[string, Pod | undefined, string, SidecarState['kind']]>([
      ['after its container started', started, '2026-01-01T10:00:10Z', 'scriptChanged'],
      ['in the same second', started, '2026-01-01T10:00:09Z', 'applied'],
      ['before', started, '2026-01-01T10:00:05Z', 'applied'],
      [
        'after the pod started',
        pod([], { startTime: '2026-01-01T10:00:04Z' }),
        '2026-01-01T10:00:05Z',
        'scriptChanged',
      ],
      ['after the pod was made', pod([]), '2026-01-01T10:00:02Z', 'scriptChanged'],
      ['after the instance was made', undefined, '2026-01-01T10:00:01Z', 'scriptChanged'],
      ['before the instance was made', undefined, '2026-01-01T09:00:01Z', 'applied'],
    ])('%s', (_name, launcherPod, time, kind) => {
      const state = sidecarState({ vm: vm(A), vmi: vmi(A), launcherPod, configMaps: changedAt(time) });
      expect(state.kind).toBe(kind);
    });

    it('says when', () => {
      const configMaps = changedAt('2026-01-01T10:00:10Z');
      expect(sidecarState({ vm: vm(A), vmi: vmi(A), launcherPod: started, configMaps }).reasons).toEqual([
        {
          code: 'scriptChangedSinceStart',
          params: {
            index: 0,
            configMap: 'a',
            changed: '2026-01-01T10:00:10Z',
            started: '2026-01-01T10:00:09Z',
          },
        },
      ]);
    });

    it('does not guess without a time or a ConfigMap', () => {
      const instance = vmi('[{"image":"i"}]');
      delete instance.metadata.creationTimestamp;
      expect(sidecarState({ vm: vm('[{"image":"i"}]'), vmi: instance, configMaps: new Map() }).kind).toBe(
        'applied',
      );
    });
  });

  it('passes on the verification of what runs, and of nothing else', () => {
    expect(sidecarState({ vm: vm(A), vmi: vmi(A), verification: 'verified' }).verification).toBe('verified');
    expect(
      sidecarState({ vm: vm(A), vmi: vmi(undefined), verification: 'verified' }).verification,
    ).toBeUndefined();
    expect(sidecarState({ vm: vm(A), verification: 'mismatch' }).verification).toBeUndefined();
  });
});
