import { describe, expect, it } from 'vitest';
import type { VirtualMachine } from '../objects/resources';
import type { VirtualMachinePool } from '../objects/templateResources';
import { poolEffect, unavailableLimit } from './poolEffect';

type Spec = VirtualMachinePool['spec'];

const pool = (spec: Spec): VirtualMachinePool => ({
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name: 'desks', namespace: 'team', uid: 'u1' },
  spec,
});

const vm = (status: VirtualMachine['status']): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'desks-0', namespace: 'team' },
  spec: {},
  ...(status && { status }),
});
const ready = vm({ created: true, ready: true });
const starting = vm({ created: true, ready: false });
const stopped = vm({ printableStatus: 'Stopped' });

const SELECTORS = { selectors: { labelSelector: { matchLabels: { tier: 'test' } } } };

describe('the strategy of a pool', () => {
  it.each<[string, Spec, ReturnType<typeof poolEffect>['strategy'], restarting: number]>([
    ['is proactive by default', {}, 'proactive', 3],
    ['is proactive if it names none', { updateStrategy: {} }, 'proactive', 3],
    ['proactive', { updateStrategy: { proactive: {} } }, 'proactive', 3],
    ['opportunistic restarts nothing', { updateStrategy: { opportunistic: {} } }, 'opportunistic', 0],
    ['unmanaged restarts nothing', { updateStrategy: { unmanaged: {} } }, 'unmanaged', 0],
    ['restarts nothing while the pool is paused', { paused: true }, 'proactive', 0],
  ])('%s', (_what, spec, strategy, restarting) => {
    expect(poolEffect(pool(spec), [ready, ready, starting, stopped])).toMatchObject({
      strategy,
      restarting,
      members: 4,
      running: 3,
    });
  });

  it('may select the VMs that it updates', () => {
    expect(poolEffect(pool({}), []).isSelective).toBe(false);
    const selecting = pool({ updateStrategy: { proactive: { selectionPolicy: SELECTORS } } });
    expect(poolEffect(selecting, []).isSelective).toBe(true);
    const sorting = pool({ updateStrategy: { proactive: { selectionPolicy: { sortPolicy: 'Oldest' } } } });
    expect(poolEffect(sorting, []).isSelective).toBe(false);
    const manual = pool({ updateStrategy: { unmanaged: {}, proactive: { selectionPolicy: SELECTORS } } });
    expect(poolEffect(manual, []).isSelective).toBe(false);
  });
});

describe('the number of unavailable VMs', () => {
  it.each<[Spec, number]>([
    [{}, 1],
    [{ replicas: 4 }, 4],
    [{ replicas: 4, maxUnavailable: '50%' }, 2],
    [{ replicas: 5, maxUnavailable: '50%' }, 2],
    [{ replicas: 3, maxUnavailable: '10%' }, 1],
    [{ replicas: 9, maxUnavailable: 4 }, 4],
    [{ replicas: 0 }, 1],
  ])('of %j is %d', (spec, limit) => {
    expect(unavailableLimit(spec)).toBe(limit);
  });

  it.each<[string, Spec, VirtualMachine[], atOnce: number, isWaiting: boolean]>([
    ['all by default', { replicas: 3 }, [ready, ready, ready], 3, false],
    ['no more than there are', { replicas: 3 }, [ready], 1, false],
    ['the limit', { replicas: 3, maxUnavailable: 1 }, [ready, ready, ready], 1, false],
    ['those that are not ready', { replicas: 3, maxUnavailable: 1 }, [starting, starting, ready], 2, true],
    [
      'none that is ready beside a stopped one',
      { replicas: 2, maxUnavailable: 1 },
      [ready, stopped],
      1,
      true,
    ],
    ['nothing waits if nothing runs', { replicas: 2, maxUnavailable: 1 }, [stopped, stopped], 0, false],
    ['nothing waits in a paused pool', { paused: true }, [ready, stopped], 0, false],
  ])('limits what restarts at the same time: %s', (_what, spec, vms, atOnce, isWaiting) => {
    expect(poolEffect(pool(spec), vms)).toMatchObject({ atOnce, isWaiting });
  });
});

it.each<[Spec, number | string, boolean]>([
  [{}, '100%', false],
  [{ maxUnavailable: 2, autohealing: {} }, 2, true],
])('passes on the limit and the autohealing of %j', (spec, maxUnavailable, isAutohealing) => {
  expect(poolEffect(pool(spec), [vm(undefined)])).toMatchObject({
    maxUnavailable,
    isAutohealing,
    members: 1,
    running: 0,
  });
});

it('does not guess what it does to VMs that are not known', () => {
  expect(poolEffect(pool({}), undefined)).toMatchObject({
    members: undefined,
    running: undefined,
    restarting: undefined,
    atOnce: undefined,
  });
  // Whatever they are, they do not restart.
  expect(poolEffect(pool({ paused: true }), undefined)).toMatchObject({ restarting: 0, atOnce: 0 });
});
