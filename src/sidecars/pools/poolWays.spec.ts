import jsonpatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { VirtualMachinePool } from '../objects/templateResources';
import { vmsOfHolder } from '../objects/templateVm';
import { templateAnnotation } from '../objects/vm';
import { writeSidecars } from '../plans/vmEdit';
import { operationsInWay, poolInWay, waysOf, type PoolWay } from './poolWays';

type Spec = VirtualMachinePool['spec'];

const pool = (spec: Spec, version = 'v1beta1'): VirtualMachinePool => ({
  apiVersion: `pool.kubevirt.io/${version}`,
  kind: 'VirtualMachinePool',
  metadata: { name: 'desks', namespace: 'team', uid: 'u1', resourceVersion: '4' },
  spec: {
    replicas: 3,
    unknown: { kept: true },
    virtualMachineTemplate: { spec: { template: { spec: { domain: { devices: {} } } } } },
    ...spec,
  },
});

const attach = (object: VirtualMachinePool, way: PoolWay): Operation[] => {
  const [vm] = vmsOfHolder(object);
  const plan = vm && writeSidecars({ raw: '[]' })(vm);
  return operationsInWay(object, way, plan?.operations ?? []) as Operation[];
};
const apply = (object: VirtualMachinePool, operations: Operation[]): VirtualMachinePool =>
  jsonpatch.applyPatch(structuredClone(object), operations, true).newDocument;

const PROACTIVE = { updateStrategy: { proactive: { selectionPolicy: { sortPolicy: 'Oldest' } } } };

describe('the ways to change a pool', () => {
  it.each<[string, VirtualMachinePool, PoolWay[]]>([
    ['by default', pool({}), ['asPool', 'oneByOne', 'atNextStart']],
    ['one VM at a time already', pool({ maxUnavailable: 1 }), ['asPool', 'atNextStart']],
    ['a share that is one VM', pool({ maxUnavailable: '40%' }), ['asPool', 'atNextStart']],
    ['a strategy without restarts', pool({ updateStrategy: { opportunistic: {} } }), ['asPool']],
    ['a paused pool', pool({ paused: true }), ['asPool']],
    // Of a KubeVirt that may not know the fields, and would restart all.
    ['the old version', pool({}, 'v1alpha1'), ['asPool']],
    ['the old version with the fields', pool(PROACTIVE, 'v1alpha1'), ['asPool', 'atNextStart']],
  ])('%s', (_what, object, ways) => {
    expect(waysOf(object)).toEqual(ways);
  });

  it.each<[string, Spec, PoolWay]>([
    ['all at once', {}, 'asPool'],
    ['one by one', {}, 'oneByOne'],
    ['one by one instead of two', { maxUnavailable: 2 }, 'oneByOne'],
    ['at the next start', {}, 'atNextStart'],
    ['at the next start, with an empty strategy', { updateStrategy: {} }, 'atNextStart'],
    ['at the next start instead of at once', PROACTIVE, 'atNextStart'],
  ])('write what they say with the change: %s', (_what, spec, way) => {
    const before = pool(spec);
    const after = apply(before, attach(before, way));
    const [vm] = vmsOfHolder(after);
    expect(vm && templateAnnotation(vm)).toBe('[]');
    const { virtualMachineTemplate } = after.spec;
    expect(after.spec).toEqual({ ...poolInWay(before, way).spec, virtualMachineTemplate });
  });

  it.each<[string, Spec, Spec, PoolWay]>([
    ['resumed', { paused: true }, { paused: false }, 'asPool'],
    ['given another limit', { maxUnavailable: 1 }, { maxUnavailable: '100%' }, 'asPool'],
    ['given another strategy', { updateStrategy: { opportunistic: {} } }, PROACTIVE, 'asPool'],
    ['given a limit', {}, { maxUnavailable: 2 }, 'oneByOne'],
    ['given another limit, which is replaced', { maxUnavailable: 3 }, { maxUnavailable: 2 }, 'oneByOne'],
    ['given a strategy', {}, PROACTIVE, 'atNextStart'],
    [
      'given another strategy, which is replaced',
      PROACTIVE,
      { updateStrategy: { proactive: {} } },
      'atNextStart',
    ],
  ])('write nothing if the pool was %s meanwhile', (_what, seen, now, way) => {
    const operations = attach(pool(seen), way);
    expect(() => apply(pool(now), operations)).toThrow(/Test operation failed/);
  });

  it('write nothing without a change', () => {
    expect(operationsInWay(pool({ maxUnavailable: 2 }), 'oneByOne', [])).toEqual([]);
  });
});
