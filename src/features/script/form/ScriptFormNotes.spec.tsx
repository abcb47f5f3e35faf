import { screen } from '@testing-library/react';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { RunningCluster } from '../../../../dev/cluster/contract';
import type { FaultClient } from '../../../../dev/cluster/faults/faultClient';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../../dev/scenarios/objects';
import { faultsOf } from '../../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../../testing/renderInConsole';
import { listHookScripts, type HookScript } from '../../../sidecars/scripts/hookScripts';
import { ScriptFormNotes } from './ScriptFormNotes';

let cluster: RunningCluster;
let faults: FaultClient;
beforeAll(async () => {
  const user = (where: string, name: string) =>
    virtualMachine(where, name, { runStrategy: 'Halted', sidecars: [onDefineDomain('scripts')] });
  cluster = await startKubeVirtCluster([
    namespace('team'),
    namespace('closed'),
    user('team', 'one'),
    user('team', 'two'),
    virtualMachine('team', 'without', { runStrategy: 'Halted' }),
    user('closed', 'one'),
  ]);
  faults = faultsOf(cluster);
});
afterAll(async () => cluster.close());

/** A script whose users the opening page does not know. */
const scriptOf = (where: string): HookScript => {
  const [script] = listHookScripts([hookScript(where, 'scripts', '#!/bin/sh')], undefined);
  if (script === undefined) {
    throw new Error('No script');
  }
  return script;
};

it('finds all VMs that use the script, on any page', async () => {
  await renderInConsole(<ScriptFormNotes script={scriptOf('team')} blocked={undefined} />, { cluster });
  expect(await screen.findByText('VMs that use this script: one, two')).toBeVisible();
});

it('says so if VMs cannot be read', async () => {
  onTestFinished(async () => {
    await faults.clear();
  });
  await faults.add({ path: '/virtualmachines', fault: { kind: 'answer', code: 403, message: 'no VMs' } });
  await renderInConsole(<ScriptFormNotes script={scriptOf('closed')} blocked={undefined} />, { cluster });
  expect(await screen.findByText('It is not known which VMs use this script')).toBeVisible();
});
