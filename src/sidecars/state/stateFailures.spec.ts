import { describe, expect, it } from 'vitest';
import { sidecarState, type SidecarState, type StateInput } from './state';
import { A, AB, B, container, pod, vm, vmi } from './stateFixtures';

const codes = ({ reasons }: Pick<SidecarState, 'reasons'>): unknown[] =>
  reasons.map(({ code, params }) => (params.index === undefined ? code : `${code} ${String(params.index)}`));

describe('a VM with sidecars', () => {
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

  it('says which of several sidecars fails', () => {
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

  it('still shows the failure after the template was changed because of it', () => {
    const failures = [{ code: 'notSynchronized', params: {} }] as const;
    const state = sidecarState({ vm: vm(A), vmi: vmi(B), failures });
    expect([state.kind, codes(state)]).toEqual(['failing', ['notSynchronized', 'changed 0']]);
  });

  it('takes no failure of a VM without sidecars for its own', () => {
    expect(sidecarState({ vm: vm(undefined, { printableStatus: 'CrashLoopBackOff' }) }).kind).toBe(
      'notAttached',
    );
  });
});
