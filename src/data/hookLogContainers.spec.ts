import { describe, expect, it } from 'vitest';
import type { ContainerState, Pod } from '../sidecars/objects/resources';
import { hookLogContainers } from './hookLogContainers';

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
