import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { readLiveXml } from '../../data/domainXml/readDomainXml';
import { EXPECTED_RESULTS_ANNOTATION } from '../../sidecars/annotation/constants';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { VirtualMachinesTab } from '../sidecarHooksPage/virtualMachines/VirtualMachinesTab';
import { VmSidecarsTab } from '../vmSidecars/VmSidecarsTab';
import { HookValidationTab } from './HookValidationTab';

vi.mock('../../data/domainXml/readDomainXml', { spy: true });

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'same', '#!/bin/sh\nprintf %s "$4"\n', {
      [EXPECTED_RESULTS_ANNOTATION]: '[{"kind":"text","text":"<name>lab_web</name>"}]',
    }),
    virtualMachine('lab', 'web', { sidecars: [onDefineDomain('same')] }),
  ]);
  await untilRunning(cluster, 'lab', 'web');
});
afterAll(async () => cluster.close());

it('shows no verdict while the first XML is being read', async () => {
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { readLiveXml: read } = await vi.importActual<{ readLiveXml: typeof readLiveXml }>(
    '../../data/domainXml/readDomainXml',
  );
  vi.mocked(readLiveXml).mockImplementationOnce(async (...args) => {
    await held;
    return read(...args);
  });
  const vm = cluster.host.store.get('virtualmachines', 'lab', 'web') as unknown as VirtualMachine;
  await renderInConsole(<HookValidationTab obj={vm} />, { cluster });
  const results = within(await screen.findByRole('region', { name: 'Expected results' }));
  await waitFor(() => {
    expect(readLiveXml).toHaveBeenCalled();
  });
  expect(await results.findByText('Checking…')).toBeVisible();
  expect(results.queryByText('Effect not checked')).not.toBeInTheDocument();

  go();
  expect(await results.findByText('Holds')).toBeVisible();
  expect(results.getByText('Verified')).toBeVisible();
});

it('remembers the verdict for the list and the tab beside it, until a script is written', async () => {
  const vm = cluster.host.store.get('virtualmachines', 'lab', 'web') as unknown as VirtualMachine;
  const { unmount: leaveValidation } = await renderInConsole(<HookValidationTab obj={vm} />, { cluster });
  expect(await screen.findAllByText('Verified')).not.toHaveLength(0);
  leaveValidation();
  const { unmount: leaveTab } = await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(await screen.findByText('Verified')).toBeVisible();
  leaveTab();
  await renderInConsole(<VirtualMachinesTab namespace="lab" />, {
    cluster,
    path: '/k8s/ns/lab/sidecar-hooks?effect=verified',
  });
  expect(await screen.findByText('web')).toBeVisible();

  cluster.host.store.update('configmaps', hookScript('lab', 'same', '#!/bin/sh\ncat "$4"\n'));
  expect(await screen.findByText('No virtual machine matches the filters')).toBeVisible();
});
