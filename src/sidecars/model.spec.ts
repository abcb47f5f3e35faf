import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hookPointOfPath, isHookPoint } from './annotation/hookPoint';
import { sidecarContainer, sidecarNumber } from './annotation/sidecarContainer';
import { checkConfigMapKey, checkDnsLabel } from './objects/names';
import { nearestName } from './text/nearestName';
import type { VirtualMachine, Volume } from './objects/resources';
import { hookPointOf, type Sidecar } from './annotation/sidecar';
import { addSidecar, moveSidecar, removeSidecar, replaceSidecar } from './annotation/sidecarList';
import { argumentsBesidesVersion, versionOf, withVersion } from './annotation/version';
import { hasCloudInitVolume, isRunning, vmStatus, volumeNames } from './objects/vm';

const sidecar = (args?: string[]): Sidecar => ({ ...(args && { args }), extra: {} });
const [a, b, c] = [sidecar(['a']), sidecar(['b']), sidecar(['c'])];
const names = (list: readonly Sidecar[]): string => list.map(({ args }) => args?.[0]).join('');

describe('the version among the arguments', () => {
  it.each<[string[] | undefined, string | undefined, string[]]>([
    [undefined, undefined, ['--version', 'v9']],
    [[], undefined, ['--version', 'v9']],
    [['--version', 'v1'], 'v1', ['--version', 'v9']],
    [['-x', '--version=v1', 'y'], 'v1', ['-x', '--version=v9', 'y']],
    [['--version', 'v1', '--version=v2'], 'v2', ['--version', 'v1', '--version=v9']],
    [['--version'], undefined, ['--version', 'v9']],
    [['--version='], '', ['--version=v9']],
    [['-x', '--', '--version', 'v1'], undefined, ['-x', '--version', 'v9', '--', '--version', 'v1']],
    [['--versions', 'v1'], undefined, ['--versions', 'v1', '--version', 'v9']],
  ])('of %j is %j, and is set to %j', (args, version, changed) => {
    expect(versionOf(sidecar(args))).toBe(version);
    expect(withVersion(sidecar(args), 'v9').args).toEqual(changed);
  });

  it('is read like it was set', () => {
    const arg = fc.oneof(fc.constantFrom('--version', '--', '--version=x'), fc.string());
    fc.assert(
      fc.property(fc.array(arg), fc.string(), (args, version) => {
        const changed = withVersion(sidecar(args), version);
        expect(versionOf(changed)).toBe(version);
        expect(withVersion(changed, version)).toEqual(changed);
      }),
    );
  });
});

describe('the arguments besides the version', () => {
  it.each([
    [[], []],
    [
      ['-x', '--version', 'v1', 'y', '--version=v2'],
      ['-x', 'y'],
    ],
    [['--version'], []],
    [
      ['--', '--version', 'v1'],
      ['--', '--version', 'v1'],
    ],
  ])('of %j are %j', (args, rest) => {
    expect(argumentsBesidesVersion(args)).toEqual(rest);
  });
});

describe('sidecar containers', () => {
  it.each([
    [sidecarContainer(12), 12],
    ['hook-sidecar-0', 0],
    ['hook-sidecar-', undefined],
    ['hook-sidecar-1x', undefined],
    ['my-hook-sidecar-1', undefined],
    ['compute', undefined],
  ])('%s has number %s', (container, number) => {
    expect(sidecarNumber(container)).toBe(number);
  });
});

describe('hook points', () => {
  it.each([
    ['/usr/bin/onDefineDomain', 'onDefineDomain'],
    ['/usr/bin/preCloudInitIso', 'preCloudInitIso'],
    ['/usr/local/bin/onDefineDomain', 'onDefineDomain'],
    ['/usr/local/sbin/preCloudInitIso', 'preCloudInitIso'],
    ['/usr/sbin/onDefineDomain', 'onDefineDomain'],
    ['/sbin/onDefineDomain', 'onDefineDomain'],
    ['/bin//onDefineDomain', 'onDefineDomain'],
    ['/usr/bin/ondefinedomain', undefined],
    ['/usr/bin/onDefineDomain/', undefined],
    ['/usr/bin/hooks/onDefineDomain', undefined],
    ['/local/bin/onDefineDomain', undefined],
    ['/opt/bin/onDefineDomain', undefined],
    ['/onDefineDomain', undefined],
    ['usr/bin/onDefineDomain', undefined],
    ['onDefineDomain', undefined],
  ])('of %s is %s', (hookPath, point) => {
    expect(hookPointOfPath(hookPath)).toBe(point);
    expect(hookPointOf({ configMap: { name: 's', key: 'k', hookPath }, extra: {} })).toBe(point);
  });

  it('are known by name', () => {
    expect([isHookPoint('onDefineDomain'), isHookPoint('toString')]).toEqual([true, false]);
    expect(hookPointOf(sidecar())).toBeUndefined();
  });
});

describe('the list of sidecars', () => {
  it('is changed at an index, and left alone at one that is none', () => {
    expect(names(addSidecar([a], b))).toBe('ab');
    expect(names(replaceSidecar([a, b], 1, c))).toBe('ac');
    expect(names(removeSidecar([a, b, c], 1))).toBe('ac');
    for (const index of [-1, 2, 0.5, NaN]) {
      expect(names(replaceSidecar([a, b], index, c))).toBe('ab');
      expect(names(removeSidecar([a, b], index))).toBe('ab');
      expect(names(moveSidecar([a, b], index, 0))).toBe('ab');
      expect(names(moveSidecar([a, b], 0, index))).toBe('ab');
    }
  });

  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, 1, 'bac'],
  ])('moves %i to %i', (from, to, order) => {
    expect(names(moveSidecar([a, b, c], from, to))).toBe(order);
  });
});

describe('names', () => {
  it.each([
    ['', 'empty'],
    ['a'.repeat(63), undefined],
    ['a'.repeat(64), 'tooLong'],
    ['a.b', 'dots'],
    ['aB', 'uppercase'],
    ['a_b', 'characters'],
    ['-a', 'ends'],
    ['a-', 'ends'],
    ['a-1', undefined],
  ])('%.10s for a volume: %s', (name, problem) => {
    expect(checkDnsLabel(name)).toBe(problem);
  });

  it.each([
    ['', 'empty'],
    ['script.sh', undefined],
    ['.hidden', undefined],
    ['.', 'dots'],
    ['..x', 'dots'],
    ['a/b', 'characters'],
    ['k'.repeat(254), 'tooLong'],
  ])('%.10s for a key: %s', (key, problem) => {
    expect(checkConfigMapKey(key)).toBe(problem);
  });

  it.each([
    ['Always', 'Always'],
    ['alwys', 'Always'],
    ['nevr', 'Never'],
    ['something else', undefined],
    ['', undefined],
  ])('%j was meant to be %s', (name, nearest) => {
    expect(nearestName(name, ['Always', 'Never'])).toBe(nearest);
  });
});

describe('a VM', () => {
  const vm = (status: VirtualMachine['status'], volumes?: Volume[]): VirtualMachine => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'vm' },
    spec: { template: { spec: { domain: { devices: {} }, ...(volumes && { volumes }) } } },
    ...(status && { status }),
  });

  it.each<[VirtualMachine['status'], string, boolean]>([
    [{ printableStatus: 'Migrating' }, 'Migrating', true],
    [{ printableStatus: 'Starting', ready: true }, 'Starting', false],
    [{ printableStatus: '', ready: true }, 'Running', true],
    [{ created: true }, 'Starting', false],
    [{}, 'Stopped', false],
    [undefined, 'Stopped', false],
  ])('with status %j is %s', (status, text, running) => {
    expect(vmStatus(vm(status))).toBe(text);
    expect(isRunning(vm(status))).toBe(running);
  });

  it('that is deleted is terminating', () => {
    const deleted = vm({});
    deleted.metadata.deletionTimestamp = '2026-01-01T00:00:00Z';
    expect(vmStatus(deleted)).toBe('Terminating');
  });

  it('has volumes', () => {
    const volumes: Volume[] = [
      { name: 'root', dataVolume: { name: 'dv' } },
      { name: 'init', cloudInitConfigDrive: {} },
    ];
    expect(volumeNames(vm({}, volumes))).toEqual(['root', 'init']);
    expect(hasCloudInitVolume(vm({}, volumes))).toBe(true);
    expect(hasCloudInitVolume(vm({}, [{ name: 'a', cloudInitNoCloud: {} }]))).toBe(true);
    expect(hasCloudInitVolume(vm({}))).toBe(false);
  });
});
