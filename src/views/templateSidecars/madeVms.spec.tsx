import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { stopSharedLists } from '../../k8s/listWatch/sharedLists';
import { faultsOf } from '../../testing/faultsOf';
import { renderInConsole, startKubeVirtCluster } from '../../testing/renderInConsole';
import { MadeVms } from './MadeVms';

const MORE_THAN_A_PAGE = 251;

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    ...Array.from({ length: MORE_THAN_A_PAGE }, (_, index) =>
      virtualMachine('lab', `vm-${index}`, { runStrategy: 'Halted' }),
    ),
  ]);
});
afterEach(async () => {
  // Otherwise the next test gets this one's lists.
  stopSharedLists();
  await faultsOf(cluster).clear();
});
afterAll(async () => cluster.close());

const template = {
  apiVersion: 'template.openshift.io/v1',
  kind: 'Template',
  metadata: { name: 'one', namespace: 'lab', uid: 'uid-one' },
};
const pool = { ...template, apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool' };

it('does not say that there is no VM before all are read', async () => {
  await faultsOf(cluster).add({ path: 'continue=', fault: { kind: 'hang' } });
  await renderInConsole(<MadeVms object={template} />, { cluster });
  expect(await screen.findByText('Loading more virtual machines')).toBeVisible();
  expect(screen.queryByText(/^No VM/)).not.toBeInTheDocument();
});

it.each([
  [template, 'No VM of this namespace is known to be made from it.'],
  // All VMs of a pool are known.
  [pool, 'The pool has no VM.'],
])('says what is known where there is none: %j', async (object, text) => {
  await renderInConsole(<MadeVms object={object} />, { cluster });
  expect(await screen.findByText(text)).toBeVisible();
});
