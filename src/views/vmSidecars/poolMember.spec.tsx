import { screen, waitFor } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { poolOf } from '../../testing/poolOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { VirtualMachinesTab } from '../sidecarHooksPage/virtualMachines/VirtualMachinesTab';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';

const POOL_TAB = '/k8s/ns/team/pool.kubevirt.io~v1beta1~VirtualMachinePool/desks/sidecar-hooks';

const machine = (name: string) =>
  virtualMachine('team', name, { runStrategy: 'Halted', sidecars: [onDefineDomain('script')] });

let cluster: RunningCluster;
const stored = (name: string): VirtualMachine | undefined =>
  cluster.host.store.get('virtualmachines', 'team', name) as unknown as VirtualMachine | undefined;

beforeAll(async () => {
  cluster = await startKubeVirtCluster([namespace('team'), machine('alone'), poolOf(machine('desks'), 1)]);
  await waitFor(
    () => {
      expect(stored('desks-0')).toBeDefined();
    },
    { timeout: 20_000 },
  );
});
afterAll(async () => cluster.close());

const open = async (name: string): Promise<void> => {
  const vm = stored(name);
  if (vm === undefined) {
    throw new Error(`${name} is not there`);
  }
  await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(await screen.findByRole('heading', { name: 'Hook sidecars' })).toBeVisible();
};

it('says on the tab of a VM that a pool makes it, and leads to the pool', async () => {
  await open('desks-0');
  expect(screen.getByText(/^VM pool desks makes this VM\./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Change the pool instead' })).toHaveAttribute('href', POOL_TAB);
});

it('says nothing of pools on the tab of another VM', async () => {
  await open('alone');
  expect(screen.queryByText(/VM pool/)).toBeNull();
});

it('leads from the list to the pool of a VM', async () => {
  await renderInConsole(<VirtualMachinesTab namespace="team" />, { cluster });
  expect(await screen.findByRole('link', { name: 'VM pool desks' })).toHaveAttribute('href', POOL_TAB);
  expect(screen.getByRole('link', { name: 'alone' })).toBeVisible();
  expect(screen.getAllByRole('link', { name: /^VM pool/ })).toHaveLength(1);
});
