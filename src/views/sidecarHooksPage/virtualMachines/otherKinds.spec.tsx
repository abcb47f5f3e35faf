import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import {
  bareInstance,
  hookScript,
  namespace,
  onDefineDomain,
  replicaSet,
  virtualMachine,
} from '../../../../dev/scenarios/objects';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { VirtualMachinesTab } from './VirtualMachinesTab';

const machine = (name: string) => virtualMachine('lab', name, { sidecars: [onDefineDomain('script')] });

describe('the list with instances without a VM and replica sets', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('lab'),
      hookScript('lab', 'script', '#!/bin/sh\nprintf "%s" "$4"\n'),
      machine('of-vm'),
      bareInstance(machine('alone')),
      replicaSet(machine('set'), 2),
    ]);
  });
  afterAll(async () => cluster.close());

  it('shows their kinds and states, not the instances of a VM or a replica set', async () => {
    await renderInConsole(<VirtualMachinesTab namespace="lab" />, { cluster });
    expect(await screen.findByText('alone')).toHaveAttribute(
      'href',
      '/k8s/ns/lab/kubevirt.io~v1~VirtualMachineInstance/alone/sidecar-hooks',
    );
    expect(await screen.findByText('Instance without VM')).toBeVisible();
    expect(await screen.findByText('Instance replica set')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Select VM of-vm' })).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: 'Select VM alone' })).not.toBeInTheDocument();
    // Of the VM, the instance and the replica set, whose two instances are one row.
    await waitFor(() => {
      expect(screen.getAllByText('Applied')).toHaveLength(3);
    });
  });

  it('filters by kind', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="lab" />, {
      cluster,
      path: '/k8s/ns/lab/sidecar-hooks?kind=VirtualMachineInstanceReplicaSet',
    });
    expect(await screen.findByText('set')).toBeVisible();
    expect(screen.queryByText('of-vm')).not.toBeInTheDocument();
    expect(screen.queryByText('alone')).not.toBeInTheDocument();
    await user.click(screen.getByText('State', { selector: '.pf-v6-c-menu-toggle__text' }));
    await user.click(
      await screen.findByText('Instance without VM', { selector: '.pf-v6-c-menu__item-text' }),
    );
    expect(await screen.findByText('alone')).toBeVisible();
    expect(screen.queryByText('of-vm')).not.toBeInTheDocument();
  });

  it('says in the menu of an instance why it cannot be changed', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="lab" />, { cluster });
    await screen.findByText('alone');
    await user.click(screen.getByRole('button', { name: 'Actions of VM alone' }));
    const edit = await screen.findByRole('menuitem', { name: 'Edit hook script' });
    expect(edit).toHaveAttribute('aria-disabled', 'true');
    await user.hover(edit);
    await waitFor(() => {
      expect(screen.getByRole('tooltip')).toHaveTextContent(/gets its hook scripts when it is created/);
    });
  });

  it('offers a copy of VMs only', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="lab" />, { cluster });
    for (const [name, isOffered] of [
      ['of-vm', true],
      ['set', false],
    ] as const) {
      await screen.findByText(name);
      await user.click(screen.getByRole('button', { name: `Actions of VM ${name}` }));
      await screen.findByRole('menuitem', { name: 'Edit hook script' });
      expect(screen.queryByRole('menuitem', { name: 'Try on a copy' }) !== null).toBe(isOffered);
      await user.keyboard('{Escape}');
    }
  });
});
