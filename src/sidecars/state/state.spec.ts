import { describe, expect, it } from 'vitest';
import type { ConfigMap, Pod } from '../objects/resources';
import { sidecarState, type SidecarState, type StateInput } from './state';
import { A, AA, AB, B, BA, container, pod, vm, vmi } from './stateFixtures';

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
      'starting',
      [],
      ['starting'],
    ],
    [
      'an instance without a phase',
      { vm: vm(A), vmi: vmi(A, { phase: undefined }) },
      'starting',
      [],
      ['starting'],
    ],
    [
      'an instance that starts with another',
      { vm: vm(AB), vmi: vmi(A, { phase: 'Scheduled' }) },
      'restartNeeded',
      ['added 1'],
      ['starting', 'restartNeeded'],
    ],
    [
      'an instance on a lost node',
      { vm: vm(AB), vmi: vmi(A, { phase: 'Unknown' }) },
      'nodeLost',
      [],
      ['nodeLost', 'nodeLost'],
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
    [
      'another pull policy',
      {
        vm: vm('[{"image":"i","imagePullPolicy":"Always"}]'),
        vmi: vmi('[{"image":"i","imagePullPolicy":"IfNotPresent"}]'),
      },
      'restartNeeded',
      ['changed 0'],
      ['restartNeeded'],
    ],
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

  describe('after a change of the script', () => {
    const changedAt = (time: string): ReadonlyMap<string, ConfigMap> =>
      new Map([
        [
          'a',
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'a', creationTimestamp: time },
            data: { k: '' },
          },
        ],
      ]);
    const started = pod([container('hook-sidecar-0', { running: { startedAt: '2026-01-01T10:00:09Z' } })]);
    it.each<[string, Pod | undefined, string, SidecarState['kind']]>([
      ['after its container started', started, '2026-01-01T10:00:10Z', 'scriptChanged'],
      [
        'after its container started, before another one did',
        pod([
          container('compute', { running: { startedAt: '2026-01-01T10:00:20Z' } }),
          container('hook-sidecar-0', { running: { startedAt: '2026-01-01T10:00:09Z' } }),
        ]),
        '2026-01-01T10:00:10Z',
        'scriptChanged',
      ],
      [
        'after the pod started, whose container has no state yet',
        pod([container('hook-sidecar-0', undefined)], { startTime: '2026-01-01T10:00:04Z' }),
        '2026-01-01T10:00:05Z',
        'scriptChanged',
      ],
      [
        'after the pod was made, which has no status yet',
        { ...pod([]), status: undefined },
        '2026-01-01T10:00:02Z',
        'scriptChanged',
      ],
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

  it('does not call a script verified because it ran', () => {
    const states = [
      sidecarState({ vm: vm(A), vmi: vmi(A) }),
      sidecarState({ vm: vm(A), vmi: vmi(A), verification: 'mismatch' }),
      sidecarState({ vm: vm(A), vmi: vmi(B) }),
      sidecarState({ vm: vm(A) }),
    ];
    expect(states.map(({ kind, verification }) => [kind, verification])).toEqual([
      ['applied', 'notChecked'],
      ['applied', 'mismatch'],
      ['restartNeeded', undefined],
      ['appliesAtNextStart', undefined],
    ]);
  });

  it('passes on the verification of what runs, and of nothing else', () => {
    expect(sidecarState({ vm: vm(A), vmi: vmi(A), verification: 'verified' }).verification).toBe('verified');
    expect(
      sidecarState({ vm: vm(A), vmi: vmi(undefined), verification: 'verified' }).verification,
    ).toBeUndefined();
    expect(sidecarState({ vm: vm(A), verification: 'mismatch' }).verification).toBeUndefined();
  });
});
