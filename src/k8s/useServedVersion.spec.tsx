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
  await faults.add({ path: `/apis/${OLD}`, count: 1, fault: { kind: 'answer', code: 503 } });
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

it('asks once for all callers, and again later only for what was not there', async () => {
  const send = vi.spyOn(globalThis, 'fetch');
  for (const [group, requests] of [
    [BOTH, 1],
    ['none.kubevirt.io', 2],
  ] as const) {
    send.mockClear();
    for (let page = 0; page < 2; page += 1) {
      const hooks = [1, 2].map(() => renderHook(() => useServedVersion(group, KNOWN)));
      await untilTimePasses(() => {
        expect(hooks.map(({ result }) => result.current.status)).toEqual(['loaded', 'loaded']);
      });
      hooks.forEach(({ unmount }) => {
        unmount();
      });
    }
    expect(send).toHaveBeenCalledTimes(requests);
  }
});
