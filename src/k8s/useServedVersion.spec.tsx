import { renderHook } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import type { FaultClient } from '../../dev/cluster/faults/faultClient';
import { connectToCluster } from '../testing/clusterTransport';
import { customType } from '../testing/customType';
import { faultsOf } from '../testing/faultsOf';
import { startTestCluster } from '../testing/renderInConsole';
import { untilTimePasses } from '../testing/untilTimePasses';
import { forgetServedGroups } from './servedGroups';
import { useServedVersion } from './useServedVersion';

const KNOWN = ['v1beta1', 'v1alpha1'];
const OLD = 'old.kubevirt.io';
const BOTH = 'both.kubevirt.io';

let cluster: RunningCluster;
let faults: FaultClient;
beforeAll(async () => {
  cluster = await startTestCluster(
    [],
    [
      (host) => {
        host.registerTypes([
          customType(OLD, 'v1alpha1', 'Older'),
          { ...customType(BOTH, 'v1alpha1', 'Thing'), alsoServedAs: ['v1beta1'] },
        ]);
      },
    ],
  );
  faults = faultsOf(cluster);
});
beforeEach(() => {
  connectToCluster(cluster, 'admin');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  forgetServedGroups();
  await faults.clear();
});
afterAll(async () => cluster.close());

const start = (group: string) => renderHook(() => useServedVersion(group, KNOWN)).result;

it.each([
  ['the newest of two', BOTH, 'v1beta1'],
  ['the only one', OLD, 'v1alpha1'],
  ['none of a group that is not there', 'none.kubevirt.io', undefined],
  ['none of a group with unknown versions', 'apps', undefined],
])('finds %s', async (_what, group, version) => {
  const result = start(group);
  expect(result.current).toEqual({ status: 'loading' });
  await untilTimePasses(() => {
    expect(result.current).toEqual({ status: 'loaded', data: version });
  });
});

it('reports a failure and asks again', async () => {
  await faults.add({ path: '/apis', count: 1, fault: { kind: 'answer', code: 503 } });
  const result = start(OLD);
  await untilTimePasses(
    () => {
      expect(result.current).toMatchObject({ status: 'failed', error: { code: 503 } });
    },
    { stepMs: 1 },
  );
  await untilTimePasses(() => {
    expect(result.current).toEqual({ status: 'loaded', data: 'v1alpha1' });
  });
});

it('asks once for all callers, and again after they have gone', async () => {
  // No spy, which would be removed after the stub that it wraps, and so would bring that back.
  const send = vi.fn(globalThis.fetch);
  vi.stubGlobal('fetch', send);
  for (let page = 1; page <= 2; page += 1) {
    const hooks = [BOTH, OLD].map((group) => renderHook(() => useServedVersion(group, KNOWN)));
    await untilTimePasses(() => {
      expect(hooks.map(({ result }) => result.current.status)).toEqual(['loaded', 'loaded']);
    });
    expect(send).toHaveBeenCalledTimes(page);
    hooks.forEach(({ unmount }) => {
      unmount();
    });
  }
});

it('notices a kind that comes later', async () => {
  const { result: before, unmount } = renderHook(() => useServedVersion('late.kubevirt.io', KNOWN));
  await untilTimePasses(() => {
    expect(before.current).toEqual({ status: 'loaded', data: undefined });
  });
  unmount();
  cluster.host.registerTypes([customType('late.kubevirt.io', 'v1beta1', 'Later')]);
  const result = start('late.kubevirt.io');
  await untilTimePasses(() => {
    expect(result.current).toEqual({ status: 'loaded', data: 'v1beta1' });
  });
});
