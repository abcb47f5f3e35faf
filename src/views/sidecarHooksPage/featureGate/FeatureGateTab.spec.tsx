import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import { faultClient } from '../../../../dev/cluster/faults/faultClient';
import { platformObjects } from '../../../../dev/cluster/kubevirt/platform';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import type { KubeVirt } from '../../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster, startTestCluster } from '../../../testing/renderInConsole';
import FeatureGateTab from './FeatureGateTab';

describe('the tab of the feature gate', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startKubeVirtCluster([
      namespace('shop'),
      hookScript('shop', 'edit', '#!/bin/sh\nprintf %s "$4"\n'),
      virtualMachine('shop', 'till', { sidecars: [onDefineDomain('edit')], runStrategy: 'Halted' }),
    ]);
  });
  afterAll(async () => cluster.close());

  it('tells a viewer the state from the KubeVirt object alone, and why nothing can be changed', async () => {
    const { user } = await renderInConsole(<FeatureGateTab />, { cluster, persona: 'viewer' });
    expect(await screen.findByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
    expect(await screen.findByText(/You may not read the HyperConverged object: only/)).toBeVisible();
    const disable = screen.getByRole('button', { name: 'Disable' });
    expect(disable).toHaveAttribute('aria-disabled', 'true');
    await user.hover(disable);
    expect(await screen.findByText(/which turns the feature gate on and off/)).toBeInTheDocument();
  });

  const press = async (user: UserEvent, name: string): Promise<HTMLElement> => {
    await waitFor(() => {
      expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-disabled', 'true');
    });
    await user.click(screen.getByRole('button', { name }));
    return screen.findByRole('dialog', { name: new RegExp(`${name} hook sidecars`) });
  };

  it('says that the affected VMs are not known if VMs cannot be read', async () => {
    const { user } = await renderInConsole(<FeatureGateTab />, { cluster });
    const admin = cluster.personas.find(({ id }) => id === 'admin')?.token ?? '';
    const faults = faultClient(cluster.url, admin);
    await faults.add({ verb: 'list', path: '/virtualmachines', fault: { kind: 'answer', code: 403 } });
    onTestFinished(faults.clear);
    const question = within(await press(user, 'Disable'));
    expect(await question.findByText(/It is not known how many VMs will be refused/)).toBeVisible();
    expect(question.getByText(/You may not read the VMs of all namespaces/)).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Cancel' }));
  });

  it('disables the gate, waits for KubeVirt, and enables it again', async () => {
    const { user } = await renderInConsole(<FeatureGateTab />, { cluster });
    const warning = await press(user, 'Disable');
    expect(await within(warning).findByText('till in shop')).toBeVisible();
    await user.click(within(warning).getByRole('button', { name: 'Disable' }));
    expect(await screen.findByText(/KubeVirt no longer lists the feature gate, after/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Sidecar is not enabled' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Enable' })).toHaveFocus();

    const question = await press(user, 'Enable');
    expect(within(question).getByText(/This taints the configuration/)).toBeVisible();
    await user.click(within(question).getByRole('button', { name: 'Enable' }));
    expect(await screen.findByText(/KubeVirt lists the feature gate, after/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Disable' })).toHaveFocus();
  }, 60_000);
});

describe('a gate that KubeVirt lists as enabled and as disabled', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    const objects = platformObjects({ kubeVirtVersion: 'v1.9.0', hco: false, sidecarGate: true });
    const kubeVirt = objects.find(({ kind }) => kind === 'KubeVirt') as KubeVirt | undefined;
    Object.assign(kubeVirt?.spec?.configuration?.developerConfiguration ?? {}, {
      disabledFeatureGates: ['Sidecar'],
    });
    cluster = await startTestCluster(objects);
  });
  afterAll(async () => cluster.close());

  it('counts as enabled, and can be removed from the list of disabled ones', async () => {
    const { user } = await renderInConsole(<FeatureGateTab />, { cluster });
    const heading = /^Sidecar is enabled, and listed as disabled as well/;
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
    await waitFor(() => {
      expect(screen.getByRole('button', { name: 'Enable' })).not.toHaveAttribute('aria-disabled', 'true');
    });
    await user.click(screen.getByRole('button', { name: 'Enable' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Enable' }));
    expect(await screen.findByRole('heading', { name: 'Sidecar is enabled' })).toBeVisible();
  }, 60_000);
});
