import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { poolOf } from '../../testing/poolOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { PoolEffect } from './PoolEffect';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    poolOf(virtualMachine('team', 'desks'), 3, { maxUnavailable: '50%' }),
    // Not a member, but with the labels of one.
    {
      ...virtualMachine('team', 'alone'),
      metadata: { name: 'alone', namespace: 'team', labels: { 'vm.kubevirt.io/pool': 'desks' } },
    },
  ]);
  await waitFor(
    () => {
      expect(cluster.host.store.list('virtualmachineinstances', 'team')).toHaveLength(4);
    },
    { timeout: 20_000 },
  );
});
afterAll(async () => cluster.close());

it('says which VMs a change of the pool restarts, and how many at once', async () => {
  const pool = cluster.host.store.get(
    'virtualmachinepools',
    'team',
    'desks',
  ) as unknown as VirtualMachinePool;
  await renderInConsole(<PoolEffect pool={pool} />, { cluster });
  expect(screen.getByText('Proactive: running VMs restart')).toBeVisible();
  expect(screen.getByText('50%')).toBeVisible();
  expect(await screen.findByText('3 of 3 VMs')).toBeVisible();
  expect(await screen.findByText('3 running VMs restart, at most 1 at the same time.')).toBeVisible();
});
