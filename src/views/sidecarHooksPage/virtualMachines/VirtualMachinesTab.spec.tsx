import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { renderInConsole } from '../../../testing/renderInConsole';
import { startGateOff } from '../../../testing/startGateOff';
import { VirtualMachinesTab } from './VirtualMachinesTab';

const row = async (name: string): Promise<HTMLElement> =>
  screen.findByRole('row', { name: new RegExp(name) });

describe('the tab of virtual machines, where the gate is off', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startGateOff();
  });
  afterAll(async () => cluster.close());

  it('says what is blocked and why', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="storefront" />, { cluster });
    const state = await within(await row('example-vm')).findByRole('button', { name: 'Blocked' });
    expect(screen.getByText('The feature gate Sidecar is off')).toBeVisible();
    await user.click(state);
    expect(await screen.findByText('The feature gate Sidecar is off.')).toBeVisible();
  });

  it('finds VMs by name, and says when none matches', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="storefront" />, { cluster });
    await row('example-vm');
    await user.type(screen.getByRole('textbox', { name: 'Filter by name' }), 'no such vm');
    expect(await screen.findByText('No virtual machine matches the filters')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear all filters' })[0] ?? document.body);
    expect(await row('example-vm')).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Filter by name' })).toHaveFocus();
  });

  it('offers viewers no change, and says why', async () => {
    const { user } = await renderInConsole(<VirtualMachinesTab namespace="storefront" />, {
      cluster,
      persona: 'viewer',
    });
    await row('example-vm');
    await user.click(screen.getByRole('button', { name: 'Actions of VM example-vm' }));
    const attach = await screen.findByRole('menuitem', { name: 'Attach hook script' });
    await user.hover(attach);
    // The reason is "checking" until the cluster has answered.
    await waitFor(() => {
      expect(screen.getByRole('tooltip')).toHaveTextContent(
        'You may not change VM example-vm in namespace storefront',
      );
    });
    expect(attach).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('menuitem', { name: 'Validate hooks' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('says that a namespace has no VM', async () => {
    await renderInConsole(<VirtualMachinesTab namespace="default" />, { cluster });
    expect(await screen.findByText('No virtual machines')).toBeVisible();
  });
});
