import { screen } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import { renderInConsole, startTestCluster } from '../testing/renderInConsole';
import { FailedState } from './FailedState';
import { VirtualMachinesTab } from '../views/sidecarHooksPage/virtualMachines/VirtualMachinesTab';

const forbidden = {
  code: 403,
  message: 'virtualmachines.kubevirt.io is forbidden: User "jane" cannot list resource "virtualmachines"',
};

describe('an error state', () => {
  let cluster: RunningCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(async () => {
    await cluster.close();
  });

  it('for all namespaces asks for a single one, with the message of the cluster', async () => {
    await renderInConsole(<FailedState error={forbidden} what="virtual machines" isAcrossNamespaces />, {
      cluster,
    });
    expect(await screen.findByRole('heading', { name: 'Choose a namespace' })).toBeVisible();
    expect(screen.getByText(/User "jane" cannot list/)).toBeVisible();
  });

  it('for one namespace says to ask an administrator', async () => {
    await renderInConsole(<FailedState error={forbidden} what="virtual machines" />, { cluster });
    expect(await screen.findByRole('heading', { name: 'You may not read virtual machines' })).toBeVisible();
  });
});

it('says that KubeVirt is not installed, and what it is', async () => {
  const cluster = await startTestCluster([], []);
  await renderInConsole(<VirtualMachinesTab namespace={undefined} />, { cluster });
  expect(
    await screen.findByRole('heading', { name: 'KubeVirt is not installed on this cluster' }),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'What KubeVirt is and how to install it' })).toHaveAttribute(
    'href',
    'https://kubevirt.io/',
  );
  await cluster.close();
});
