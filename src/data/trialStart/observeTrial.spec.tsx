import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { hookScript, namespace, onDefineDomain, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { connectToCluster } from '../../testing/clusterTransport';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { observeTrial, type TrialEvidence } from './observeTrial';
import { prepareTrial } from './prepareTrial';
import { createTrial } from './trialObjects';

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('lab'),
    hookScript('lab', 'same', `#!/bin/sh\nprintf %s "$4"\n`),
    virtualMachine('lab', 'vm', { runStrategy: 'Halted', sidecars: [onDefineDomain('same')] }),
  ]);
});
afterAll(async () => cluster.close());

it('reads the calls in a log again only if the log has grown', async () => {
  connectToCluster(cluster, 'editor');
  const vm = cluster.host.store.get('virtualmachines', 'lab', 'vm') as unknown as VirtualMachine;
  const { planned } = await prepareTrial({ vm });
  if (planned.kind === 'refused') {
    throw new Error(planned.reason);
  }
  const { metadata } = await createTrial(planned.plan, {});
  const { signal } = new AbortController();
  const observe = async (before?: TrialEvidence): Promise<TrialEvidence | undefined> =>
    observeTrial(planned.plan, metadata.uid ?? '', signal, before);
  let first: TrialEvidence | undefined;
  await expect
    .poll(async () => {
      first = await observe(first);
      return first?.seen.isPaused;
    })
    .toBe(true);
  const calls = first?.seen.calls[0];
  expect(calls?.map(({ call }) => call)).toEqual([1, 2]);
  expect((await observe(first))?.seen.calls[0]).toBe(calls);
});
