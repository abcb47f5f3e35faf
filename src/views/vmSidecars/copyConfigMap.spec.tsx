import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';
import '../../features/copyConfigMap/CopyConfigMapModal';
import '../../sidecars/checks/script/runScriptChecks';

const machine = (name: string, metadata: Partial<StoredObject['metadata']> = {}): StoredObject => {
  const vm = virtualMachine('team', name, { runStrategy: 'Halted', sidecars: [onDefineDomain(name)] });
  return { ...vm, metadata: { ...vm.metadata, ...metadata } };
};
const restored = { 'restore.kubevirt.io/lastRestoreUID': 'friday-0f3c1d9e-5a2b-4c7d-8e6f-1a2b3c4d5e6f' };
const madeFrom = { 'vm.kubevirt.io/template': 'desktop', 'vm.kubevirt.io/template.namespace': 'shared' };

let cluster: RunningCluster;
beforeAll(async () => {
  const otherKey = hookScript('blue', 'made', '#!/bin/sh');
  cluster = await startKubeVirtCluster([
    ...['team', 'shared', 'green', 'blue'].map(namespace),
    machine('made', { labels: madeFrom }),
    hookScript('shared', 'made', '#!/bin/sh\necho shared', { 'tool.example.com/owner': 'theirs' }),
    hookScript('green', 'made', '#!/bin/sh\necho green'),
    { ...otherKey, data: { 'other.sh': '#!/bin/sh' } },
    machine('restored', { annotations: restored }),
    ...['shared', 'green', 'blue'].map((place) => hookScript(place, 'restored', `#!/bin/sh\necho ${place}`)),
    machine('alone'),
  ]);
});
afterAll(async () => cluster.close());

const stored = (name: string): StoredObject | undefined => cluster.host.store.get('configmaps', 'team', name);

const openTab = async (name: string, persona?: 'viewer'): Promise<UserEvent> => {
  const vm = cluster.host.store.get('virtualmachines', 'team', name) as unknown as KubernetesObject;
  const { user } = await renderInConsole(<VmSidecarsTab obj={vm} />, {
    cluster,
    ...(persona && { persona }),
  });
  return user;
};
const openDialog = async (name: string) => {
  const user = await openTab(name);
  await user.click(await screen.findByText('Copy it from another namespace'));
  const dialog = within(await screen.findByRole('dialog', { name: `Copy ConfigMap ${name} to team?` }));
  return { user, dialog, copy: dialog.getByRole('button', { name: 'Copy' }) };
};
const options = (choice: HTMLElement): (string | null)[] =>
  within(choice)
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

it('says from which template a VM was made, and copies the ConfigMap of its namespace', async () => {
  const { user, dialog, copy } = await openDialog('made');
  expect(screen.getByText(/was made from template desktop of namespace shared/)).toBeInTheDocument();
  const choice = await dialog.findByRole('combobox', { name: 'Copy from namespace' });
  expect(choice).toHaveValue('shared');
  // Namespace blue has no such key.
  expect(options(choice)).toEqual(['green', 'shared']);
  await user.click(copy);
  await waitFor(() => {
    expect(stored('made')).toMatchObject({ data: { 'script.sh': '#!/bin/sh\necho shared' } });
  });
  // With the annotations of other tools, they would take the copy for theirs.
  expect(stored('made')?.metadata.annotations ?? {}).toEqual({});
  await waitFor(() => {
    expect(
      screen.queryByText('There is no ConfigMap made in the namespace of the VM'),
    ).not.toBeInTheDocument();
  });
});

it('lets the user choose where nothing names the namespace, only among those that they may read', async () => {
  const faults = faultsOf(cluster);
  onTestFinished(async () => faults.clear());
  const refused = { kind: 'answer' as const, code: 403 };
  await faults.add({ path: '/api/v1/configmaps', fault: refused });
  await faults.add({ path: '/namespaces/green/configmaps', fault: refused });
  const { user, dialog, copy } = await openDialog('restored');
  expect(screen.getByText(/was restored from a snapshot/)).toBeInTheDocument();
  const choice = await dialog.findByRole('combobox', { name: 'Copy from namespace' });
  expect(options(choice)).toEqual(['Choose a namespace', 'blue', 'shared']);
  expect(copy).toHaveAttribute('aria-disabled', 'true');
  await user.selectOptions(choice, 'blue');
  // Somebody else creates one while the user reads.
  cluster.host.store.create('configmaps', hookScript('team', 'restored', '#!/bin/sh\necho theirs'));
  await user.click(copy);
  expect(await dialog.findByText('There is a ConfigMap restored in team now')).toBeVisible();
  expect(stored('restored')).toMatchObject({ data: { 'script.sh': '#!/bin/sh\necho theirs' } });
});

it('claims no origin that the VM does not show, and says when there is nothing to copy', async () => {
  const { dialog, copy } = await openDialog('alone');
  expect(screen.getByText(/^KubeVirt looks in this namespace only/)).toBeInTheDocument();
  expect(
    await dialog.findByText(/^No other namespace that you may read has a ConfigMap alone/),
  ).toBeVisible();
  expect(copy).toHaveAttribute('aria-disabled', 'true');
});

it('does not say that there is nothing to copy where a namespace could not be read', async () => {
  const faults = faultsOf(cluster);
  onTestFinished(async () => faults.clear());
  await faults.add({ path: '/api/v1/configmaps', fault: { kind: 'answer', code: 403 } });
  await faults.add({
    path: '/namespaces/green/configmaps',
    fault: { kind: 'answer', code: 500, message: 'no quorum' },
  });
  const { dialog } = await openDialog('alone');
  expect(await dialog.findByText(/no quorum/)).toBeVisible();
  expect(dialog.queryByText(/^No other namespace/)).not.toBeInTheDocument();
});

it('does not offer it to a user who may not create ConfigMaps', async () => {
  await openTab('alone', 'viewer');
  const findings = await screen.findAllByText('There is no ConfigMap alone in the namespace of the VM');
  expect(findings[0]).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Copy it from another namespace' })).not.toBeInTheDocument();
});
