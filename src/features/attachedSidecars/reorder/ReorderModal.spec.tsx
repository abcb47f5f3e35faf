import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { renderInConsole, startTestCluster } from '../../../testing/renderInConsole';
import { ReorderModal } from './ReorderModal';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startTestCluster();
});
afterAll(async () => cluster.close());

const vm = virtualMachine('team', 'two', {
  runStrategy: 'Halted',
  sidecars: [onDefineDomain('first'), onDefineDomain('second')],
}) as unknown as VirtualMachine;

it.each([
  { moves: [], isAsked: false },
  { moves: ['down'], isAsked: true },
  { moves: ['down', 'up'], isAsked: false },
])('Escape after the moves $moves asks before the order is lost: $isAsked', async ({ moves, isAsked }) => {
  const close = vi.fn();
  const { user } = await renderInConsole(<ReorderModal vm={vm} closeOverlay={close} />, { cluster });
  await screen.findByRole('dialog', { name: 'Reorder sidecars' });
  for (const direction of moves) {
    await user.click(screen.getByRole('button', { name: new RegExp(`Move first/.* ${direction}$`) }));
  }
  await user.keyboard('{Escape}');
  expect(screen.queryByText('Discard what you entered?') !== null).toBe(isAsked);
  expect(close).toHaveBeenCalledTimes(isAsked ? 0 : 1);
});
