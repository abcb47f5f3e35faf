import type { JsonPatchOperation } from '../json/jsonPointer';
import type { VirtualMachinePool } from '../objects/templateResources';
import { guardedAdd } from '../plans/guardedAdd';
import { poolEffect, unavailableLimit } from './poolEffect';

/** How the running VMs of a pool get a change. */
export type PoolWay = 'asPool' | 'oneByOne' | 'atNextStart';

/** KubeVirt before 1.7 serves only v1alpha1, and may drop these fields without a word. */
const mayHave = (
  { apiVersion, spec }: VirtualMachinePool,
  field: 'maxUnavailable' | 'updateStrategy',
): boolean => !apiVersion.endsWith('/v1alpha1') || spec[field] !== undefined;

/** The ways that differ for this pool. */
export const waysOf = (pool: VirtualMachinePool): PoolWay[] => {
  const { strategy, isPaused } = poolEffect(pool, undefined);
  if (strategy !== 'proactive' || isPaused) {
    return ['asPool'];
  }
  return [
    'asPool',
    ...(unavailableLimit(pool.spec) > 1 && mayHave(pool, 'maxUnavailable') ? (['oneByOne'] as const) : []),
    ...(mayHave(pool, 'updateStrategy') ? (['atNextStart'] as const) : []),
  ];
};

/** The pool as it is after a change in this way. */
export const poolInWay = (pool: VirtualMachinePool, way: PoolWay): VirtualMachinePool => {
  switch (way) {
    case 'asPool':
      return pool;
    case 'oneByOne':
      return { ...pool, spec: { ...pool.spec, maxUnavailable: 1 } };
    case 'atNextStart': {
      const updateStrategy = { ...pool.spec.updateStrategy, opportunistic: {} };
      delete updateStrategy.proactive;
      return { ...pool, spec: { ...pool.spec, updateStrategy } };
    }
  }
};

const SETTINGS = ['paused', 'maxUnavailable', 'updateStrategy'] as const;

/**
 * Tests the settings on which the user agreed to the effect. Without a setting, its default has the strongest effect, so
 * there is nothing to test.
 */
const settingTests = ({ spec }: VirtualMachinePool): JsonPatchOperation[] =>
  SETTINGS.flatMap((field) =>
    spec[field] === undefined ? [] : [{ op: 'test', path: `/spec/${field}`, value: spec[field] } as const],
  );

const wayOperations = (pool: VirtualMachinePool, way: PoolWay): JsonPatchOperation[] => {
  const { maxUnavailable, updateStrategy } = pool.spec;
  switch (way) {
    case 'asPool':
      return [];
    case 'oneByOne':
      return maxUnavailable === undefined
        ? guardedAdd(pool, ['spec', 'maxUnavailable'], 1)
        : [{ op: 'replace', path: '/spec/maxUnavailable', value: 1 }];
    case 'atNextStart':
      return updateStrategy === undefined
        ? guardedAdd(pool, ['spec', 'updateStrategy', 'opportunistic'], {})
        : [
            ...(updateStrategy.proactive === undefined
              ? []
              : [{ op: 'remove', path: '/spec/updateStrategy/proactive' } as const]),
            { op: 'add', path: '/spec/updateStrategy/opportunistic', value: {} },
          ];
  }
};

/** The operations that change a pool's template, with those that make its VMs get the change in this way. */
export const operationsInWay = (
  pool: VirtualMachinePool,
  way: PoolWay,
  operations: readonly JsonPatchOperation[],
): JsonPatchOperation[] =>
  operations.length === 0 ? [] : [...settingTests(pool), ...wayOperations(pool, way), ...operations];
