import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster, type InConsole } from '../../testing/renderInConsole';
import { RestartVmModal } from './RestartVmModal';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'script', '#!/bin/sh\n'),
    virtualMachine('lab', 'hooked', { runStrategy: 'Halted', sidecars: [onDefineDomain('script')] }),
    virtualMachine('lab', 'plain', { runStrategy: 'Halted' }),
  ]);
});
afterAll(async () => cluster.close());

const open = async (name: string): Promise<InConsole> => {
  const vm = cluster.host.store.get('virtualmachines', 'lab', name) as unknown as VirtualMachine;
  return renderInConsole(<RestartVmModal vm={vm} closeOverlay={vi.fn()} />, { cluster });
};

it('offers to try the hook scripts on a copy first', async () => {
  const { user } = await open('hooked');
  await user.click(await screen.findByRole('button', { name: 'Try it on a copy first' }));
  expect(
    await screen.findByRole('dialog', { name: 'Try the hook scripts on a copy of VM hooked' }),
  ).toBeVisible();
});

it('offers no copy of a VM without hook scripts', async () => {
  await open('plain');
  expect(await screen.findByRole('button', { name: 'Restart' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try it on a copy first' })).toBeNull();
});
