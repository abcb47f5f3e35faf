import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import { renderInConsole, startKubeVirtCluster, type InConsole } from '../../../testing/renderInConsole';
import { VirtualMachinesTab } from './VirtualMachinesTab';

const VMS = 25;
const PER_PAGE = 20;

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    ...Array.from({ length: VMS }, (_unused, index) =>
      virtualMachine('team', `vm-${String(index).padStart(2, '0')}`, { runStrategy: 'Halted' }),
    ),
  ]);
});
afterAll(async () => cluster.close());

// By label: a search by role takes long in a long table.
const checkbox = (name: string): HTMLElement => screen.getByLabelText(`Select VM ${name}`);

const openList = async (): Promise<InConsole['user']> => {
  const { user } = await renderInConsole(<VirtualMachinesTab namespace="team" />, { cluster });
  await screen.findByLabelText('Select VM vm-19');
  return user;
};

const choose = async (user: InConsole['user'], item: string | RegExp): Promise<void> => {
  await user.click(screen.getByRole('button', { name: 'Select rows' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
};

it('selects rows one by one, by keyboard as well, and none again', async () => {
  const user = await openList();
  await user.click(checkbox('vm-03'));
  checkbox('vm-04').focus();
  await user.keyboard(' ');
  expect(await screen.findByText('2 selected')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Select this page' })).toBePartiallyChecked();
  await user.click(checkbox('vm-03'));
  expect(await screen.findByText('1 selected')).toBeVisible();
  expect(checkbox('vm-03')).not.toBeChecked();
  await choose(user, 'Select none');
  expect(checkbox('vm-04')).not.toBeChecked();
  expect(screen.queryByText(/selected/)).toBeNull();
});

it('selects a page, and all rows of all pages', async () => {
  const user = await openList();
  await user.click(screen.getByRole('checkbox', { name: 'Select this page' }));
  expect(await screen.findByText(`${PER_PAGE} selected`)).toBeVisible();
  await user.click(
    within(screen.getByLabelText('Pagination')).getByRole('button', { name: 'Go to next page' }),
  );
  expect(await screen.findByLabelText('Select VM vm-24')).not.toBeChecked();
  await choose(user, `Select all that match the filter (${VMS})`);
  expect(await screen.findByText(`${VMS} selected`)).toBeVisible();
  expect(checkbox('vm-24')).toBeChecked();
});

it('selects only what the filter shows, and shows the selection when the filter is gone', async () => {
  const user = await openList();
  await user.type(screen.getByRole('textbox', { name: 'Filter by name' }), 'vm-2');
  await screen.findByLabelText('Select VM vm-24');
  await choose(user, 'Select all that match the filter (5)');
  expect(await screen.findByText('5 selected')).toBeVisible();
  await user.clear(screen.getByRole('textbox', { name: 'Filter by name' }));
  expect(await screen.findByLabelText('Select VM vm-00')).not.toBeChecked();
  expect(screen.getByText('5 selected')).toBeVisible();
});

it('drops a VM from the selection that is deleted, and does not select another one with its name', async () => {
  const { store } = cluster.host;
  const vm = virtualMachine('team', 'aaa', { runStrategy: 'Halted' });
  store.create('virtualmachines', vm);
  const user = await openList();
  await user.click(await screen.findByLabelText('Select VM aaa'));
  expect(await screen.findByText('1 selected')).toBeVisible();
  store.delete('virtualmachines', 'team', 'aaa');
  await waitFor(() => {
    expect(store.get('virtualmachines', 'team', 'aaa')).toBeUndefined();
  });
  store.create('virtualmachines', vm);
  await expect.poll(() => screen.queryByText('1 selected')).toBeNull();
  expect(await screen.findByLabelText('Select VM aaa')).not.toBeChecked();
});
