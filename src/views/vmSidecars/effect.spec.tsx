import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import { memfdScript } from '../../../dev/scenarios/scripts';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { untilRunning } from '../../testing/untilRunning';
import { VmSidecarsTab } from './VmSidecarsTab';
// Imported here, because compiling it during a test takes long on a busy machine.
import './diagnosis/DiagnosisSection';
import '../../sidecars/checks/script/runScriptChecks';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('desktops'),
    hookScript('desktops', 'shared-memory', memfdScript),
    virtualMachine('desktops', 'ran', { sidecars: [onDefineDomain('shared-memory')] }),
  ]);
});
afterAll(async () => cluster.close());

it('does not say that a script worked because it ran', async () => {
  await untilRunning(cluster, 'desktops', 'ran');
  const vm = cluster.host.store.get('virtualmachines', 'desktops', 'ran') as unknown as VirtualMachine;
  await renderInConsole(<VmSidecarsTab obj={vm} />, { cluster });
  expect(
    await screen.findByText(
      'The checks found no problem. Whether the scripts had an effect was not checked.',
      {},
      { timeout: 5_000 },
    ),
  ).toBeVisible();
  expect(screen.getByText('Effect not checked')).toBeVisible();
  expect(screen.getByText(/compare the XML of the running VM with expected results/)).toBeVisible();
});
