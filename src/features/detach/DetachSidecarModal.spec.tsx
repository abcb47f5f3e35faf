import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { DetachSidecarModal } from './DetachSidecarModal';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([namespace('team'), hookScript('team', 'scripts', '#!/bin/sh')]);
});
afterAll(async () => cluster.close());

it('does not detach the script of another VM that was created with the same name', async () => {
  const vm = virtualMachine('team', 'anew', { runStrategy: 'Halted', sidecars: [onDefineDomain('scripts')] });
  const { store } = cluster.host;
  const seen = store.create('virtualmachines', vm) as unknown as VirtualMachine;
  const { user } = await renderInConsole(<DetachSidecarModal vm={seen} index={0} closeOverlay={vi.fn()} />, {
    cluster,
  });
  store.delete('virtualmachines', 'team', 'anew');
  await waitFor(() => {
    expect(store.get('virtualmachines', 'team', 'anew')).toBeUndefined();
  });
  const created = store.create('virtualmachines', vm);
  const detach = screen.getByRole('button', { name: 'Detach' });
  await user.click(detach);

  expect(await screen.findByText(/another VM was created with its name/)).toBeVisible();
  expect(detach).toHaveAttribute('aria-disabled', 'true');
  expect(store.get('virtualmachines', 'team', 'anew')?.spec).toEqual(created.spec);
});
