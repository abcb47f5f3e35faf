import { describe, expect, it } from 'vitest';
import {
  ANNOTATION,
  BASE,
  deriver,
  makeConfigMap,
  makeConfigMapWith,
  makePod,
  makeVm,
  makeVmi,
  NEW,
  OLD,
} from './rowFixtures';
import { verdictSubject } from '../state/verdict';
import type { VmRowsInput } from './vmRows';

const kinds = (input: VmRowsInput): (string | undefined)[] =>
  deriver()(input).map(({ state }) => state?.kind);

describe('createVmRows', () => {
  it.each<[string, Partial<VmRowsInput>, (string | undefined)[]]>([
    ['all known', {}, ['applied', 'notAttached', 'appliesAtNextStart']],
    ['ConfigMap not there', { configMaps: [] }, ['applied', 'notAttached', 'failsAtNextStart']],
    [
      'key not there',
      { configMaps: [makeConfigMapWith('other')] },
      ['failing', 'notAttached', 'failsAtNextStart'],
    ],
    ['gate off', { gate: { enabled: false } }, ['blocked', 'notAttached', 'blocked']],
    ['gate not known yet', { gate: 'loading' }, [undefined, 'notAttached', undefined]],
    ['pods not known yet', { pods: 'loading' }, [undefined, 'notAttached', undefined]],
    ['ConfigMaps not known yet', { configMaps: 'loading' }, [undefined, 'notAttached', undefined]],
    [
      'pods and ConfigMaps forbidden',
      { pods: 'missing', configMaps: 'missing' },
      ['applied', 'notAttached', 'appliesAtNextStart'],
    ],
    ['instances forbidden', { instances: 'missing' }, [undefined, undefined, undefined]],
    [
      'instances forbidden, VMs stopped',
      {
        instances: 'missing',
        vms: [makeVm('a', ANNOTATION, '1', false), makeVm('b', undefined, '1', false)],
      },
      ['appliesAtNextStart', 'notAttached'],
    ],
    [
      'script changed',
      { configMaps: [makeConfigMap('2', NEW)] },
      ['scriptChanged', 'notAttached', 'appliesAtNextStart'],
    ],
    ['sidecar ended', { pods: [makePod('a', '2', 1)] }, ['failing', 'notAttached', 'appliesAtNextStart']],
    ['detached while running', { vms: [makeVm('a', undefined)] }, ['restartNeeded']],
    [
      'detached while running, pods not known yet',
      { vms: [makeVm('a', undefined)], pods: 'loading' },
      [undefined],
    ],
    ['malformed', { vms: [makeVm('a', '[')] }, ['unreadable']],
  ])('%s', (_case, change, expected) => {
    expect(kinds({ ...BASE, ...change })).toEqual(expected);
  });

  it.each<[string, Partial<VmRowsInput>, (string[] | undefined)[]]>([
    ['all known', {}, [[], [], []]],
    ['ConfigMap not there', { configMaps: [] }, [['configMapMissing'], [], ['configMapMissing']]],
    ['another key', { configMaps: [makeConfigMapWith('other')] }, [['keyMissing'], [], ['keyMissing']]],
    ['ConfigMaps not known yet', { configMaps: 'loading' }, [undefined, [], undefined]],
    ['ConfigMaps forbidden', { configMaps: 'missing' }, [[], [], []]],
    ['version not known yet', { gate: 'loading' }, [undefined, [], undefined]],
    // Its state tells it.
    ['gate off', { gate: { enabled: false } }, [[], [], []]],
  ])('finds of what is loaded: %s', (_case, change, expected) => {
    const input = { ...BASE, configMaps: [makeConfigMapWith('run.sh')], ...change };
    expect(deriver()(input).map(({ findings }) => findings?.list.map(({ id }) => id))).toEqual(expected);
  });

  it('does not take an instance of another namespace for the VM’s', () => {
    const stranger = makeVmi('a', ANNOTATION);
    const ownerReferences = [
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: 'a', uid: 'vm-a' },
    ];
    const instances = [
      { ...stranger, metadata: { ...stranger.metadata, namespace: 'other', ownerReferences } },
    ];
    expect(kinds({ ...BASE, instances })).toEqual([
      'appliesAtNextStart',
      'notAttached',
      'appliesAtNextStart',
    ]);
  });

  it.each<[string, Partial<VmRowsInput>, boolean[]]>([
    [
      'nothing, in new objects',
      { vms: structuredClone(BASE.vms), instances: structuredClone(BASE.instances) },
      [true, true, true],
    ],
    [
      'one VM',
      { vms: [makeVm('a', ANNOTATION), makeVm('b', ANNOTATION, '2'), makeVm('c', ANNOTATION)] },
      [true, false, true],
    ],
    [
      'one instance',
      { instances: [makeVmi('a', undefined, '2'), makeVmi('b', undefined)] },
      [false, true, true],
    ],
    ['the end of an instance', { instances: [makeVmi('a', ANNOTATION)] }, [true, false, true]],
    ['one pod', { pods: [makePod('a', '2'), makePod('b')] }, [false, true, true]],
    ['a ConfigMap', { configMaps: [makeConfigMap('2', OLD)] }, [false, true, false]],
    ['KubeVirt', { gate: { enabled: true, version: 'v1.9.0' } }, [false, false, false]],
    ['the gate', { gate: { enabled: false } }, [false, false, false]],
  ])('keeps the rows that are the same when what changed is %s', (_case, change, same) => {
    const derive = deriver();
    const before = derive(BASE);
    const after = derive({ ...BASE, ...change });
    expect(after.map((row, index) => row === before[index])).toEqual(same);
  });

  it('shows the verdict of a validation, and makes only that row again', () => {
    const [vm] = BASE.vms;
    const vmi = makeVmi('a', ANNOTATION);
    const derive = deriver();
    const before = derive(BASE);
    const subject = verdictSubject(
      vm ?? makeVm('a', ANNOTATION),
      vmi,
      new Map([['script', makeConfigMap('1', OLD)]]),
    );
    const after = derive({ ...BASE, verdicts: new Map([['vmi-a', { verification: 'mismatch', subject }]]) });
    expect(before.map(({ state }) => state?.verification)).toEqual(['notChecked', undefined, undefined]);
    expect(after.map(({ state }) => state?.verification)).toEqual(['mismatch', undefined, undefined]);
    expect(after.map((row, index) => row === before[index])).toEqual([false, true, true]);
  });

  it('shows after any change what it would show without having seen anything before', () => {
    const changes: Partial<VmRowsInput>[] = [
      {},
      { instances: 'loading' },
      { instances: 'missing' },
      { instances: [] },
      { instances: [makeVmi('a', undefined, '2')] },
      { pods: 'loading' },
      { pods: 'missing' },
      { pods: [makePod('a', '2', 1)] },
      { configMaps: 'loading' },
      { configMaps: 'missing' },
      { configMaps: [makeConfigMapWith('other')] },
      { gate: 'loading' },
      { gate: { enabled: false } },
      { gate: { enabled: true, version: 'v0.59.0' } },
      { gate: { enabled: true, version: 'v1.9.0' } },
    ];
    for (const first of changes) {
      for (const second of changes) {
        const derive = deriver();
        derive({ ...BASE, ...first });
        expect(derive({ ...BASE, ...second })).toEqual(deriver()({ ...BASE, ...second }));
      }
    }
  });

  it('does not take a new VM for an earlier one of the same name', () => {
    const derive = deriver();
    derive(BASE);
    const again = makeVm('a', undefined);
    const vms = [{ ...again, metadata: { ...again.metadata, uid: 'another' } }];
    const [row] = derive({ ...BASE, vms, instances: [] });
    expect([row?.state?.kind, row?.parsed.kind]).toEqual(['notAttached', 'absent']);
  });

  it('handles ten thousand VMs, and one change of them, in no quadratic time', () => {
    const names = Array.from({ length: 10_000 }, (_none, index) => `vm-${index}`);
    const vms = names.map((name, index) => makeVm(name, index % 3 === 0 ? ANNOTATION : undefined));
    const input: VmRowsInput = {
      ...BASE,
      vms,
      instances: names.map((name) => makeVmi(name, ANNOTATION)),
      pods: names.map((name) => makePod(name)),
    };
    const derive = deriver();
    const before = derive(input);
    const started = performance.now();
    const after = derive({ ...input, vms: vms.with(5, makeVm('vm-5', ANNOTATION, '2')) });
    // A quadratic pass over 10,000 VMs and pods takes many seconds.
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(after.filter((row, index) => row !== before[index])).toHaveLength(1);
  });
});
