import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import type { BulkAction } from '../../sidecars/plans/bulk/bulkPlan';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster, type InConsole } from '../../testing/renderInConsole';
import { BulkWizard } from './BulkWizard';

let cluster: RunningCluster;
beforeEach(async () => {
  const stopped = { runStrategy: 'Halted' as const, sidecars: [onDefineDomain('tuning')] };
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'tuning', '#!/bin/sh'),
    virtualMachine('team', 'one', stopped),
    virtualMachine('team', 'two', stopped),
    virtualMachine('team', 'bare', { runStrategy: 'Halted' }),
  ]);
});
afterEach(async () => cluster.close());

const vms = (): VirtualMachine[] => cluster.host.store.list('virtualmachines') as unknown as VirtualMachine[];

const openWizard = async (
  kind: BulkAction['kind'],
): Promise<InConsole['user'] & { closed: () => number }> => {
  const close = vi.fn();
  const { user } = await renderInConsole(
    <BulkWizard
      kind={kind}
      targets={vms().map(({ metadata: { uid = '', namespace: place = '', name } }) => ({
        uid,
        namespace: place,
        name,
      }))}
      scripts={['tuning/script.sh']}
      closeOverlay={close}
    />,
    { cluster },
  );
  return Object.assign(user, { closed: () => close.mock.calls.length });
};

const rowOf = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`^${name} `) });

it('detaches a script after a review that shows what happens to each VM', async () => {
  const user = await openWizard('detach');
  expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
  await user.selectOptions(screen.getByRole('combobox', { name: /Hook script/ }), 'tuning/script.sh');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  const change = await screen.findByRole('button', { name: 'Change 2 VMs' });
  expect(within(rowOf('bare')).getByText('Already so')).toBeVisible();
  expect(within(rowOf('one')).getByText('Will change')).toBeVisible();
  expect(vms().filter((vm) => templateAnnotation(vm) !== undefined)).toHaveLength(2);

  await user.click(change);
  expect(await screen.findByText('Finished')).toBeVisible();
  expect(within(rowOf('two')).getByText('Done')).toBeVisible();
  expect(vms().every((vm) => templateAnnotation(vm) === undefined)).toBe(true);
  // The other one is the cross.
  await user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body);
  expect(user.closed()).toBe(1);
});

it('shows a failure in its row, and retries only that', async () => {
  const user = await openWizard('detach');
  await user.selectOptions(screen.getByRole('combobox', { name: /Hook script/ }), 'All hook scripts');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  const change = await screen.findByRole('button', { name: 'Change 2 VMs' });
  const faults = faultsOf(cluster);
  await faults.add({
    method: 'PATCH',
    path: '/virtualmachines/two',
    count: 1,
    fault: { kind: 'answer', code: 500, message: 'etcd has no leader' },
  });
  await user.click(change);
  const retry = await screen.findByRole('button', { name: 'Retry failed' });
  expect(within(rowOf('two')).getByText(/etcd has no leader/)).toBeVisible();
  expect(vms().filter((vm) => templateAnnotation(vm) !== undefined)).toHaveLength(1);
  await user.click(retry);
  await waitFor(() => {
    expect(within(rowOf('two')).getByText('Done')).toBeVisible();
  });
  expect(vms().every((vm) => templateAnnotation(vm) === undefined)).toBe(true);
});

it('asks before it is closed while it runs, and then says what stays', async () => {
  const user = await openWizard('detach');
  await user.selectOptions(screen.getByRole('combobox', { name: /Hook script/ }), 'All hook scripts');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  const change = await screen.findByRole('button', { name: 'Change 2 VMs' });
  const faults = faultsOf(cluster);
  await faults.add({ method: 'PATCH', path: '/virtualmachines', fault: { kind: 'hang' } });
  await user.click(change);
  await screen.findByRole('button', { name: 'Stop' });
  await user.keyboard('{Escape}');
  expect(await screen.findByText(/VMs that were not changed yet stay as they are/)).toBeVisible();
  expect(user.closed()).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Stop and close' }));
  expect(user.closed()).toBe(1);
});
