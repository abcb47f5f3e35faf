import { describe, expect, it } from 'vitest';
import { soon } from '../testing/hookedVm';
import { HOOKED, isReady, poolCluster } from '../testing/poolCluster';
import { virtualMachinePool } from '../testing/poolObjects';
import { REVISION_LABEL } from './pool';

const { cluster, vms, vmis, revisions, messages, change, annotate, ready, hooked } = poolCluster();

describe('a change of the template of a pool', () => {
  it('restarts its VMs', async () => {
    cluster().create(virtualMachinePool(undefined));
    await ready();
    const before = vmis().map(({ metadata }) => metadata.uid);
    const firmware = vms().map(({ spec }) => spec.template?.spec.domain.firmware);
    annotate(HOOKED);
    await soon(() => {
      expect(hooked()).toEqual([
        [true, true],
        [true, true],
      ]);
    });
    await ready();
    expect(vmis().filter(({ metadata }) => before.includes(metadata.uid))).toEqual([]);
    expect(vms().map(({ spec }) => spec.template?.spec.domain.firmware)).toEqual(firmware);
    await soon(() => {
      expect(revisions()).toEqual(['farm-2']);
    });
    expect(messages('SuccessfulUpdate').sort()).toEqual(['Updated VM lab/farm-0', 'Updated VM lab/farm-1']);
    expect(messages('SuccessfulDelete')).toContain('Successfully updated resource lab/farm-1');
  });

  it.each([1, '50%'])(
    'keeps one VM up while it updates the other (maxUnavailable %j)',
    async (maxUnavailable) => {
      cluster().create(virtualMachinePool(undefined, { maxUnavailable }));
      await ready();
      const up: number[] = [];
      const stop = cluster().host.store.subscribe('virtualmachineinstances', () => {
        up.push(vmis().filter(isReady).length);
      });
      annotate(HOOKED);
      await soon(() => {
        expect(hooked().flat()).not.toContain(false);
      });
      await ready();
      stop();
      expect(Math.min(...up)).toBe(1);
    },
  );

  it.each([
    ['opportunistic', [true, false]],
    ['unmanaged', [false, false]],
  ] as const)('does not restart them with the strategy %s', async (strategy, expected) => {
    cluster().create(virtualMachinePool(undefined, { updateStrategy: { [strategy]: {} } }));
    await ready();
    const before = vmis().map(({ metadata }) => metadata.uid);
    annotate(HOOKED);
    // A VM that is made after the change shows that the pool's controller has seen it.
    change(({ spec }) => {
      spec.replicas = 3;
    });
    await ready(3);
    await soon(() => {
      expect(hooked()).toEqual([expected, expected, [true, true]]);
    });
    expect(vmis().map(({ metadata }) => metadata.uid)).toEqual(expect.arrayContaining(before));
  });

  it('only marks instances with the new revision if nothing changes for them', async () => {
    cluster().create(virtualMachinePool(undefined));
    await ready();
    const before = vmis().map(({ metadata }) => metadata.uid);
    change(({ spec }) => {
      spec.virtualMachineTemplate.metadata = { labels: { app: 'farm', tier: 'front' } };
    });
    await soon(() => {
      expect(vmis().map(({ metadata }) => metadata.labels?.[REVISION_LABEL])).toEqual(['farm-2', 'farm-2']);
    });
    expect(vms()[0]?.metadata.labels).toMatchObject({ tier: 'front' });
    expect(vmis().map(({ metadata }) => metadata.uid)).toEqual(before);
  });
});
