import { screen, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster, StoredObject } from '../../../../dev/cluster/contract';
import {
  bareInstance,
  hookScript,
  namespace,
  onDefineDomain,
  replicaSet,
  virtualMachine,
} from '../../../../dev/scenarios/objects';
import { faultsOf } from '../../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { HookScriptsTab } from './HookScriptsTab';

const machine = (name: string, script = 'shared'): StoredObject =>
  virtualMachine('team', name, { sidecars: [onDefineDomain(script)] });

const template = (name: string, objects: StoredObject[]): StoredObject => ({
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name, namespace: 'team' },
  objects,
});

const pool: StoredObject = {
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name: 'web', namespace: 'team' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'web' } },
    virtualMachineTemplate: {
      metadata: { labels: { app: 'web' } },
      spec: machine('web').spec,
    },
  },
};

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    hookScript('team', 'shared', '#!/bin/sh'),
    hookScript('team', 'in-template', '#!/bin/sh'),
    bareInstance(machine('alone')),
    replicaSet(machine('set'), 1),
    pool,
    template('two', [machine('${NAME}'), machine('${NAME}-db', 'in-template')]),
    template('brings-its-own', [
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'in-template' } },
      machine('${NAME}', 'in-template'),
    ]),
  ]);
});
afterAll(async () => cluster.close());

const openDialog = async (name: string) => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, { cluster });
  await user.click(await screen.findByRole('button', { name: `Actions of hook script ${name}` }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: new RegExp(`Delete ConfigMap ${name}`) }));
  await user.type(dialog.getByRole('textbox'), name);
  return { user, dialog, remove: dialog.getByRole('button', { name: 'Delete' }) };
};

it('links to the pages of all kinds that use a script', async () => {
  const { user } = await renderInConsole(<HookScriptsTab namespace="team" />, { cluster });
  await user.click(await screen.findByRole('button', { name: '1 more' }));
  const group = within(screen.getAllByRole('list', { name: 'Used by' })[1] ?? document.body);
  expect(group.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    [
      expect.stringContaining('alone (instance)'),
      '/k8s/ns/team/kubevirt.io~v1~VirtualMachineInstance/alone/sidecar-hooks',
    ],
    [
      'set (instance replica set)',
      '/k8s/ns/team/kubevirt.io~v1~VirtualMachineInstanceReplicaSet/set/sidecar-hooks',
    ],
    ['two (template)', '/k8s/ns/team/templates/two/sidecar-hooks'],
    ['web (VM pool)', '/k8s/ns/team/pool.kubevirt.io~v1beta1~VirtualMachinePool/web/sidecar-hooks'],
  ]);
});

it('warns of a ConfigMap that a pool, a replica set or an instance needs, like of that of a VM', async () => {
  const { user, dialog, remove } = await openDialog('shared');
  expect(dialog.getByText('These VMs use it and will not start without it')).toBeVisible();
  expect(dialog.getByText('What is made from these will not start without it')).toBeVisible();
  expect(dialog.getByText('web (VM pool)')).toBeVisible();
  expect(dialog.getByText('set (instance replica set)')).toBeVisible();
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  await user.click(dialog.getByRole('checkbox', { name: 'Delete it although it is in use' }));
  expect(remove).not.toHaveAttribute('aria-disabled', 'true');
});

it('says that VMs of a template may need a ConfigMap, unless the template brings it', async () => {
  const { user, dialog, remove } = await openDialog('in-template');
  expect(dialog.getByText('VMs made from these templates may need it')).toBeVisible();
  expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['two (template)']);
  expect(remove).toHaveAttribute('aria-disabled', 'true');
  await user.click(dialog.getByRole('checkbox', { name: 'Delete it although VMs may use it' }));
  expect(remove).not.toHaveAttribute('aria-disabled', 'true');
});

it('asks before a ConfigMap is deleted that pools may use which cannot be read', async () => {
  // Lists stay cached, so this is a namespace that no other test reads.
  cluster.host.store.create('namespaces', namespace('closed'));
  cluster.host.store.create('configmaps', hookScript('closed', 'unknown', '#!/bin/sh'));
  await faultsOf(cluster).add({
    path: '/virtualmachinepools',
    fault: { kind: 'answer', code: 403, message: 'no pools' },
  });
  const { user } = await renderInConsole(<HookScriptsTab namespace="closed" />, { cluster });
  expect(await screen.findByText('VM pools could not be read. The cluster said: no pools')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Actions of hook script unknown' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('dialog', { name: /Delete ConfigMap unknown/ }));
  expect(dialog.getByText(/These could not be read: VM pools\./)).toBeVisible();
  expect(dialog.getByRole('checkbox', { name: 'Delete it although VMs may use it' })).toBeVisible();
});
