import { describe, expect, it } from 'vitest';
import { findLauncherPod, newestLauncherPod, statePod } from './launcherPod';
import type { Pod, VirtualMachineInstance } from './resources';

const vmi = (status: VirtualMachineInstance['status'] = {}): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: { name: 'vm', namespace: 'a', uid: '7' },
  spec: { domain: { devices: {} } },
  status,
});

interface PodParts {
  labels?: Record<string, string>;
  time?: string;
  phase?: string;
  node?: string;
  namespace?: string;
  deleted?: boolean;
}

const own = { 'kubevirt.io': 'virt-launcher', 'kubevirt.io/created-by': '7', 'vm.kubevirt.io/name': 'vm' };

const pod = (name: string, parts: PodParts = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace: parts.namespace ?? 'a',
    labels: parts.labels ?? own,
    ...(parts.time === undefined ? {} : { creationTimestamp: parts.time }),
    ...(parts.deleted === true ? { deletionTimestamp: '2026-01-09T00:00:00Z' } : {}),
  },
  spec: { containers: [], ...(parts.node === undefined ? {} : { nodeName: parts.node }) },
  status: { phase: parts.phase ?? 'Running' },
});

const found = (instance: VirtualMachineInstance | undefined, ...pods: Pod[]): string => {
  const launcher = findLauncherPod(instance, pods);
  return launcher.kind === 'found' ? launcher.pod.metadata.name : launcher.kind;
};

describe('findLauncherPod', () => {
  it.each<[string, Pod[], string]>([
    ['its pod', [pod('x')], 'x'],
    ['no pod', [], 'none'],
    ['one of an earlier instance', [pod('x', { labels: { ...own, 'kubevirt.io/created-by': '6' } })], 'none'],
    ['one known by the name only', [pod('x', { labels: { 'vm.kubevirt.io/name': 'vm' } })], 'x'],
    ['one of another VM', [pod('x', { labels: { 'vm.kubevirt.io/name': 'other' } })], 'none'],
    ['one without labels', [{ ...pod('x'), metadata: { name: 'x', namespace: 'a' } }], 'none'],
    ['one of another namespace', [pod('x', { namespace: 'b' })], 'none'],
    ['one that holds volumes', [pod('x', { labels: { ...own, 'kubevirt.io': 'hotplug-disk' } })], 'none'],
    ['one that has ended', [pod('x', { phase: 'Succeeded' })], 'none'],
    ['one that is going', [pod('x', { deleted: true })], 'none'],
    [
      'the newest',
      [pod('x', { time: '2026-01-01T00:00:00Z' }), pod('y', { time: '2026-01-02T00:00:00Z' }), pod('w')],
      'y',
    ],
    ['of equals always the same', [pod('x'), pod('y')], 'y'],
  ])('finds %s', (_name, pods, name) => {
    expect(found(vmi(), ...pods)).toBe(name);
  });

  it('prefers the node that the instance runs on, as after a failed migration', () => {
    const pods = [
      pod('source', { node: 'n1', time: '2026-01-01T00:00:00Z' }),
      pod('target', { node: 'n2', time: '2026-01-02T00:00:00Z' }),
    ];
    const migrationState = {
      startTimestamp: '2026-01-02T00:00:00Z',
      failed: true,
      sourcePod: 'source',
      targetPod: 'target',
    };
    expect(found(vmi({ nodeName: 'n1', migrationState }), ...pods)).toBe('source');
    expect(found(vmi({ nodeName: 'n3' }), ...pods)).toBe('target');
  });

  it('finds both pods of a running migration', () => {
    const [source, target] = [pod('source'), pod('target', { phase: 'Pending' })];
    const migrationState = {
      startTimestamp: '2026-01-02T00:00:00Z',
      sourcePod: 'source',
      targetPod: 'target',
    };
    expect(findLauncherPod(vmi({ migrationState }), [source, target])).toEqual({
      kind: 'migrating',
      source,
      target,
    });
    expect(findLauncherPod(vmi({ migrationState: { startTimestamp: 'now' } }), [source])).toEqual({
      kind: 'migrating',
      source: undefined,
      target: undefined,
    });
  });

  it.each([
    {},
    { startTimestamp: 'now', completed: true },
    { startTimestamp: 'now', failed: true },
    { startTimestamp: 'now', endTimestamp: 'now' },
  ])('takes a migration with %j for over or not begun', (migrationState) => {
    expect(found(vmi({ migrationState }), pod('x'))).toBe('x');
  });

  it('finds nothing without an instance', () => {
    expect(found(undefined, pod('x'))).toBe('none');
    expect(newestLauncherPod(undefined, [pod('x')])).toBeUndefined();
  });

  it('finds the newest in any phase for diagnosis', () => {
    const pods = [
      pod('x', { time: '2026-01-01T00:00:00Z' }),
      pod('y', { time: '2026-01-02T00:00:00Z', phase: 'Failed' }),
    ];
    expect(newestLauncherPod(vmi(), pods)?.metadata.name).toBe('y');
  });
});

describe('statePod', () => {
  const migrating = {
    migrationState: { startTimestamp: '2026-01-02T00:00:00Z', sourcePod: 'x', targetPod: 'y' },
  };
  it.each<[string, VirtualMachineInstance | undefined, Pod[], string | undefined]>([
    ['no pod without an instance', undefined, [pod('x')], undefined],
    ['the pod that runs', vmi(), [pod('x'), pod('y', { phase: 'Pending' })], 'x'],
    ['the source of a migration', vmi(migrating), [pod('x'), pod('y')], 'x'],
    [
      'the newest try before one runs',
      vmi(),
      [pod('x', { phase: 'Failed' }), pod('y', { phase: 'Pending' })],
      'y',
    ],
  ])('takes %s', (_name, instance, pods, name) => {
    expect(statePod(instance, pods)?.metadata.name).toBe(name);
  });
});
