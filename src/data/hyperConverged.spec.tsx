import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { HCO_ADMINS } from '../../dev/cluster/api/access/roles';
import type { Persona, RunningCluster } from '../../dev/cluster/contract';
import type { FaultClient } from '../../dev/cluster/faults/faultClient';
import { connectToCluster } from '../testing/clusterTransport';
import { faultsOf } from '../testing/faultsOf';
import { startKubeVirtCluster } from '../testing/renderInConsole';
import { readHyperConverged } from './hyperConverged';

let cluster: RunningCluster;
let faults: FaultClient;
beforeAll(async () => {
  cluster = await startKubeVirtCluster();
  faults = faultsOf(cluster);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await faults.clear();
});
afterAll(async () => cluster.close());

const actAs = (persona: Persona['id'], group?: string): void => {
  connectToCluster(cluster, persona);
  const send = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (group !== undefined) {
      headers.set('Impersonate-User', 'somebody');
      headers.set('Impersonate-Group', group);
    }
    return send(input, { ...init, headers });
  });
};

it('finds the object for a user who may read only its namespace', async () => {
  actAs('admin', HCO_ADMINS);
  expect(await readHyperConverged()).toMatchObject({
    kind: 'found',
    hco: { metadata: { name: 'kubevirt-hyperconverged', namespace: 'openshift-cnv' } },
  });
});

it('says that the user may not read it', async () => {
  actAs('viewer');
  expect(await readHyperConverged()).toEqual({ kind: 'forbidden' });
});

it('says so for a user who may not read KubeVirt’s object either', async () => {
  await faults.add({ path: '/kubevirts', fault: { kind: 'answer', code: 403 } });
  actAs('viewer');
  expect(await readHyperConverged()).toEqual({ kind: 'forbidden' });
});
