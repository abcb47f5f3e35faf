import { screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../../dev/cluster/contract';
import { hookScript, namespace, virtualMachine } from '../../../../dev/scenarios/objects';
import { openNewScript, openSavedScript, enabledButton } from '../../../testing/openWorkbench';
import { startKubeVirtCluster } from '../../../testing/renderInConsole';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'used', '#!/bin/sh\n'),
    virtualMachine('team', 'user', { runStrategy: 'Halted' }),
    virtualMachine('team', 'runner', { runStrategy: 'Halted' }),
  ]);
});
afterEach(() => {
  sessionStorage.clear();
});
afterAll(async () => cluster.close());

const stored = (name: string): StoredObject | undefined => cluster.host.store.get('configmaps', 'team', name);

it('saves, and opens the form that attaches the script to the VM that it is for', async () => {
  const { user } = await openNewScript(cluster, '?from=example&attachTo=user');
  expect(await screen.findByRole('link', { name: 'user' })).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'second');
  await user.click(await enabledButton('Save and attach'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach hook script to user' }));
  expect(await dialog.findByRole('combobox', { name: 'ConfigMap' })).toHaveValue('second');
  expect(stored('second')).toBeDefined();
});

it('saves nothing if the VM that the script is for is gone', async () => {
  const { user } = await openNewScript(cluster, '?from=example&attachTo=nobody');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'third');
  await user.click(await enabledButton('Save and attach'));
  expect(await screen.findByText('It could not be saved')).toBeVisible();
  expect(stored('third')).toBeUndefined();
});

it('attaches a saved script to a VM that the user chooses', async () => {
  const { user } = await openSavedScript(cluster, 'used');
  await user.click(await screen.findByRole('button', { name: 'Attach to a VM' }));
  const choice = within(await screen.findByRole('dialog', { name: 'Attach used to a VM' }));
  await user.click(await choice.findByRole('combobox', { name: 'Virtual machine' }));
  await user.click(await screen.findByRole('option', { name: 'runner' }));
  await user.click(choice.getByRole('button', { name: 'Continue' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach hook script to runner' }));
  expect(await dialog.findByRole('combobox', { name: 'ConfigMap' })).toHaveValue('used');
});

it('tries the text on a copy of the VM that it is for', async () => {
  const { user } = await openNewScript(cluster, '?from=example&name=untried&attachTo=user');
  await user.click(await screen.findByRole('tab', { name: 'Used by' }));
  await user.click(await screen.findByRole('button', { name: 'Try on a copy of user' }));
  expect(
    await screen.findByRole('dialog', { name: 'Try the hook scripts on a copy of VM user' }),
  ).toBeVisible();
  expect(await enabledButton('Start the copy')).toBeVisible();
});
