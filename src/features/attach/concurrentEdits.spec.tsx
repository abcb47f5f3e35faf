/** Two people randomly edit the sidecars of one VM: no edit may be lost unless its author was informed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import { createHostStore } from '../../../dev/console/host/store/store';
import { discoverModels } from '../../../dev/console/host/store/discovery';
import storeHandler from '@openshift-console/dynamic-plugin-sdk/lib/app/storeHandler';
import { startKubeVirtCluster } from '../../testing/renderInConsole';
import { connectToCluster } from '../../testing/clusterTransport';
import { isChangedMeanwhile } from '../../apiError';
import { VirtualMachineModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { patchObject } from '../../k8s/write';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import { newAttachValues } from '../../sidecars/plans/attach/attachValues';
import { AttachConflict, attachToVm } from './saveAttach';
import { planDetach } from '../../sidecars/plans/detachPlan';

const TURNS = 100;

let cluster: RunningCluster;
beforeAll(async () => {
  cluster = await startKubeVirtCluster([
    namespace('team'),
    virtualMachine('team', 'shared', { runStrategy: 'Halted' }),
  ]);
  connectToCluster(cluster, 'admin');
  const store = createHostStore();
  storeHandler.setStore(store);
  await store.dispatch(discoverModels());
});
afterAll(async () => {
  await cluster.close();
});

const read = async (): Promise<VirtualMachine> => getObject(VirtualMachineModel, 'team', 'shared');
const scriptsOf = (vm: VirtualMachine): string[] =>
  sidecarsOfVm(vm).map(({ configMap }) => configMap?.name ?? '');

/** Pseudo-random numbers below 1, the same in each run. */
const createRandom = (): (() => number) => {
  let state = 20_260_101;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** The result of an edit as its author saw it. */
type EditResult = { kind: 'attached' | 'detached'; script: string } | { kind: 'refused' };

const attach = async (seen: VirtualMachine, script: string): Promise<EditResult> => {
  const values = {
    ...newAttachValues(),
    configMap: script,
    key: 'script.sh',
    hookPoint: 'onDefineDomain' as const,
  };
  await attachToVm({
    vm: seen,
    index: undefined,
    values,
    configMaps: undefined,
    pvcs: undefined,
    kubevirtVersion: undefined,
    gate: undefined,
  });
  return { kind: 'attached', script };
};

const detach = async (seen: VirtualMachine, at: number): Promise<EditResult> => {
  await patchObject(VirtualMachineModel, seen, planDetach(seen, at).operations);
  return { kind: 'detached', script: scriptsOf(seen)[at] ?? '' };
};

const refusedOnly = (error: unknown): EditResult => {
  if (error instanceof AttachConflict || isChangedMeanwhile(error)) {
    return { kind: 'refused' };
  }
  throw error;
};

it(`keeps every edit of ${TURNS} by two people, or informs its author that it did not`, async () => {
  const random = createRandom();
  const expected = new Set<string>();
  const counts = { attached: 0, detached: 0, refused: 0 };
  const seen = [await read(), await read()];
  for (let turn = 0; turn < TURNS / 2; turn += 1) {
    const told = await Promise.all(
      [0, 1].map(async (person) => {
        // Most read the VM before they edit; some edit an older version.
        const vm = random() < 0.6 ? await read() : (seen[person] ?? (await read()));
        const attached = scriptsOf(vm).length;
        const edit =
          attached > 0 && random() < 0.45
            ? detach(vm, Math.floor(random() * attached))
            : attach(vm, `script-${turn}-${person}`);
        const outcome = await edit.catch(refusedOnly);
        seen[person] = random() < 0.7 ? await read() : vm;
        return outcome;
      }),
    );
    for (const outcome of told) {
      counts[outcome.kind] += 1;
      if (outcome.kind === 'attached') {
        expected.add(outcome.script);
      } else if (outcome.kind === 'detached') {
        expected.delete(outcome.script);
      }
    }
    expect(scriptsOf(await read()).sort()).toEqual([...expected].sort());
  }
  // Each kind of result must have occurred for the test to be meaningful.
  expect(Object.values(counts).every((count) => count > 5)).toBe(true);
});
