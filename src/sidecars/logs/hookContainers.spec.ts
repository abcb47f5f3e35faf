import { describe, expect, it } from 'vitest';
import type { ContainerState, Pod } from '../objects/resources';
import { conditionOf, hookContainers, hookLogContainers } from './hookContainers';

const pod = (...names: string[]): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers: names.map((name) => ({ name })) },
  status: { containerStatuses: [{ name: 'hook-sidecar-2', ready: true, restartCount: 0 }] },
});

const ANNOTATION = JSON.stringify(
  ['a', 'b', 'c'].map((name) => ({ configMap: { name, key: 'k', hookPath: '/usr/bin/onDefineDomain' } })),
);

describe('hookContainers', () => {
  it('are sorted by number and know their entry and status', () => {
    const found = hookContainers(
      pod('hook-sidecar-10', 'compute', 'hook-sidecar-2', 'hook-sidecar-x', 'hook-sidecar-'),
      ANNOTATION,
    );
    expect(found.map(({ name, sidecar, status }) => [name, sidecar?.configMap?.name, status?.ready])).toEqual(
      [
        ['hook-sidecar-2', 'c', true],
        ['hook-sidecar-10', undefined, undefined],
      ],
    );
  });

  it('exist without a readable annotation', () => {
    expect(hookContainers(pod('hook-sidecar-0'), '[')).toEqual([
      { name: 'hook-sidecar-0', sidecar: undefined, status: undefined },
    ]);
  });
});

describe('conditionOf', () => {
  it.each<[ContainerState | undefined, object]>([
    [{ running: {} }, { kind: 'running' }],
    [{ waiting: { reason: 'ErrImagePull' } }, { kind: 'waiting', reason: 'ErrImagePull', message: '' }],
    [{ waiting: { message: 'm' } }, { kind: 'waiting', reason: '', message: 'm' }],
    [
      { terminated: { exitCode: 1, reason: 'Error' } },
      { kind: 'terminated', exitCode: 1, reason: 'Error', message: '' },
    ],
    [{}, { kind: 'unknown' }],
    [undefined, { kind: 'unknown' }],
  ])('of %j', (state, condition) => {
    const status = { name: 'c', ready: false, restartCount: 0, ...(state === undefined ? {} : { state }) };
    expect(conditionOf(state === undefined ? undefined : status)).toEqual(condition);
  });
});

const podWith = (states: Record<string, ContainerState | undefined>): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'virt-launcher' },
  spec: { containers: [] },
  status: {
    containerStatuses: Object.entries(states).map(([name, state]) => ({
      name,
      ready: false,
      restartCount: 0,
      ...(state === undefined ? {} : { state }),
    })),
  },
});

describe('hookLogContainers', () => {
  it.each<[string, Record<string, ContainerState | undefined>, string[]]>([
    [
      'running and ended ones',
      { compute: { running: {} }, 'hook-sidecar-1': { terminated: { exitCode: 1 } } },
      ['compute', 'hook-sidecar-1'],
    ],
    ['none that waits', { compute: { waiting: {} }, 'hook-sidecar-0': undefined }, []],
    [
      'none of another purpose',
      { 'guest-console-log': { running: {} }, 'hook-sidecar-x': { running: {} } },
      [],
    ],
  ])('names %s', (_what, states, expected) => {
    expect(hookLogContainers(podWith(states))).toEqual(expected);
  });
});
