import type { UserEvent } from '@testing-library/user-event';
import { screen, waitFor, within, type BoundFunctions, type queries } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { HookScriptsTab } from './HookScriptsTab';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    ...['edited', 'anew', 'attached'].map((name) => hookScript('team', name, '#!/bin/sh\necho old')),
    virtualMachine('team', 'late', { runStrategy: 'Halted', sidecars: [onDefineDomain('other')] }),
  ]);
});
afterAll(async () => cluster.close());

const stored = (name: string): StoredObject | undefined => cluster.host.store.get('configmaps', 'team', name);

const openDialog = async (
  name: string,
): Promise<{ user: UserEvent; dialog: BoundFunctions<typeof queries> }> => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, { cluster });
  await user.click(await screen.findByRole('button', { name: `Actions of hook script ${name}` }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: new RegExp(`Delete ConfigMap ${name}`) }));
  await user.type(dialog.getByRole('textbox'), name);
  return { user, dialog };
};

it('does not delete what somebody else saved meanwhile, shows it, and asks again', async () => {
  const { user, dialog } = await openDialog('edited');
  const { store } = cluster.host;
  const now = stored('edited');
  store.update('configmaps', { ...now, data: { 'script.sh': '#!/bin/sh\necho fresh' } } as StoredObject);
  const remove = dialog.getByRole('button', { name: 'Delete' });
  await user.click(remove);

  expect(await dialog.findByText(/Changed meanwhile: ConfigMap edited/)).toBeVisible();
  expect(dialog.getByText(/Nothing was deleted/)).toBeVisible();
  expect(await dialog.findByText(/echo fresh/)).toBeVisible();
  expect(stored('edited')).toBeDefined();
  expect(remove).toHaveAttribute('aria-disabled', 'true');

  await user.type(dialog.getByRole('textbox'), 'edited');
  await user.click(remove);
  await waitFor(() => {
    expect(stored('edited')).toBeUndefined();
  });
});

it('does not delete another ConfigMap that was created with its name', async () => {
  const { user, dialog } = await openDialog('anew');
  cluster.host.store.delete('configmaps', 'team', 'anew');
  cluster.host.store.create('configmaps', hookScript('team', 'anew', '#!/bin/sh\necho theirs'));
  await user.click(dialog.getByRole('button', { name: 'Delete' }));

  expect(
    await dialog.findByText(/Deleted and created again with the same name: ConfigMap anew/),
  ).toBeVisible();
  expect(stored('anew')).toBeDefined();
});

it('asks about a VM that begins to use the script while the dialog is open', async () => {
  const { user, dialog } = await openDialog('attached');
  const remove = dialog.getByRole('button', { name: 'Delete' });
  expect(remove).not.toHaveAttribute('aria-disabled', 'true');

  const { store } = cluster.host;
  const { spec } = virtualMachine('team', 'late', {
    runStrategy: 'Halted',
    sidecars: [onDefineDomain('attached')],
  });
  store.update('virtualmachines', { ...store.get('virtualmachines', 'team', 'late'), spec } as StoredObject);

  expect(await dialog.findByText('These VMs use it and will not start without it')).toBeVisible();
  expect(dialog.getByRole('listitem')).toHaveTextContent('late');
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  await user.click(dialog.getByRole('checkbox', { name: 'Delete it although it is in use' }));
  expect(remove).not.toHaveAttribute('aria-disabled', 'true');
});
