import { screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import type { FaultClient } from '../../../../dev/cluster/faults/faultClient';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import { faultsOf } from '../../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { HookScriptsTab } from './HookScriptsTab';

let cluster: RunningCluster;
let faults: FaultClient;
beforeAll(async () => {
  const oldKey = { name: 'scripts', key: 'old.sh', hookPath: '/usr/bin/onDefineDomain' };
  cluster = await startKubeVirtCluster([
    namespace('team'),
    // Lists of `team` stay cached between tests, so objects that cannot be read are in another namespace.
    namespace('closed'),
    hookScript('closed', 'scripts', '#!/bin/sh'),
    hookScript('openshift-cnv', 'system', '#!/bin/sh'),
    hookScript('team', 'scripts', '#!/bin/sh'),
    hookScript('team', 'spare', '#!/bin/sh'),
    virtualMachine('team', 'behind', {
      runStrategy: 'Halted',
      sidecars: [onDefineDomain('scripts', { configMap: oldKey })],
    }),
    virtualMachine('team', 'with-disk', {
      runStrategy: 'Halted',
      volumes: [{ name: 'config-volume', configMap: { name: 'scripts' } }],
    }),
    virtualMachine('team', 'without', { runStrategy: 'Halted' }),
  ]);
  faults = faultsOf(cluster);
});
afterAll(async () => cluster.close());

const Address = (): ReactElement => <p>At {useLocation().pathname}</p>;

const tabWithAddress = (where: string | undefined): ReactElement => (
  <>
    <HookScriptsTab namespace={where} />
    <Address />
  </>
);

it('deleting a ConfigMap warns of all VMs that would not start without it', async () => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, { cluster });
  await user.click(await screen.findByRole('button', { name: 'Actions of hook script scripts' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Delete ConfigMap scripts/ }));
  expect(dialog.getByText(/These VMs use it and will not start without it/)).toBeVisible();
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'behind',
    'with-disk',
  ]);
});

it('moves the focus to the filter by name when the row of a deleted script disappears', async () => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, { cluster });
  await user.click(await screen.findByRole('button', { name: 'Actions of hook script spare' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Delete ConfigMap spare/ }));
  await user.type(dialog.getByRole('textbox'), 'spare');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Actions of hook script spare' })).not.toBeInTheDocument();
  });
  await waitFor(() => {
    expect(screen.getByRole('textbox', { name: 'Filter by name or key' })).toHaveFocus();
  });
});

it('says that users of a script are unknown if VMs cannot be read, and asks before it is deleted', async () => {
  onTestFinished(async () => {
    await faults.clear();
  });
  await faults.add({ path: '/virtualmachines', fault: { kind: 'answer', code: 403, message: 'no VMs' } });
  const { user } = await renderInConsole(<HookScriptsTab namespace="closed" />, { cluster });
  expect(await screen.findByText('It is not fully known what uses the scripts')).toBeVisible();
  expect(screen.getByText('VMs could not be read. The cluster said: no VMs')).toBeVisible();
  expect(screen.queryByText('Not used')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Actions of hook script scripts' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Delete ConfigMap scripts/ }));
  expect(dialog.getByText(/These could not be read: VMs\./)).toBeVisible();
  await user.type(dialog.getByRole('textbox'), 'scripts');
  const remove = dialog.getByRole('button', { name: 'Delete' });
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  await user.click(dialog.getByRole('checkbox', { name: 'Delete it although VMs may use it' }));
  expect(remove).not.toHaveAttribute('aria-disabled', 'true');
});

it('moves the focus to the filter by name when the filters are cleared', async () => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, {
    cluster,
    path: '/?name=nothing',
  });
  await screen.findByText('No hook script matches the filters');
  await user.click(screen.getAllByRole('button', { name: 'Clear all filters' }).at(-1) ?? document.body);
  expect(screen.getByRole('textbox', { name: 'Filter by name or key' })).toHaveFocus();
  expect(await screen.findByRole('button', { name: 'Actions of hook script scripts' })).toBeVisible();
});

it('for all namespaces, offers a new script to a user who may create one in some of them', async () => {
  const { unmount } = await renderInConsole(<HookScriptsTab namespace={undefined} />, {
    cluster,
    persona: 'viewer',
  });
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Create hook script' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });
  unmount();

  const { user } = await renderInConsole(tabWithAddress(undefined), { cluster, persona: 'editor' });
  await user.click(await screen.findByRole('button', { name: 'Create hook script' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Create hook script' }));
  expect(await dialog.findByText('Choose a namespace first.')).toBeVisible();
  await user.click(dialog.getByRole('combobox', { name: 'Namespace' }));
  expect(
    await screen.findByRole('option', { name: /^openshift-cnv.*You may not create ConfigMaps in it/ }),
  ).toHaveAttribute('aria-disabled', 'true');
  await user.click(await screen.findByRole('option', { name: 'team' }));
  // Answers of the cluster must not have disabled it again.
  expect(screen.getByRole('button', { name: 'Create hook script', hidden: true })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await user.click(dialog.getByRole('button', { name: 'Write the script' }));
  expect(await screen.findByText('At /k8s/ns/team/sidecar-hooks/scripts/~new')).toBeVisible();
});

it('leads to the page that edits a script', async () => {
  const { user } = await renderInConsole(tabWithAddress('team'), { cluster });
  await user.click(await screen.findByRole('button', { name: 'Actions of hook script scripts' }));
  await user.click(screen.getByRole('menuitem', { name: 'Edit' }));
  expect(await screen.findByText('At /k8s/ns/team/sidecar-hooks/scripts/scripts/script.sh')).toBeVisible();
});
