import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import type { FaultClient } from '../../../dev/cluster/faults/faultClient';
import type { Fault } from '../../../dev/cluster/faults/faultRule';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import type { KubernetesObject, VirtualMachine } from '../../sidecars/objects/resources';
import { connectToCluster } from '../../testing/clusterTransport';
import { faultsOf } from '../../testing/faultsOf';
import { startTestCluster } from '../../testing/renderInConsole';
import { VirtualMachineModel } from '../models';
import { untilTimePasses } from '../../testing/untilTimePasses';
import { startListWatch, type ListWatchState } from './listWatch';

/** More than one page. */
const VMS = 300;
const NAMESPACE = 'lab';
const realTimeout = globalThis.setTimeout;

type Step =
  | { kind: 'set' | 'delete'; vm: number }
  /** Affects later lists or watches, and open watches. */
  | { kind: 'fault'; verb: 'list' | 'watch'; fault: Fault }
  /** Lets requests and events arrive, and timers of the page run. */
  | { kind: 'wait'; ms: number };

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('set' as const), vm: fc.nat(VMS + 20) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), vm: fc.nat(VMS) }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Step>(
      { kind: 'fault', verb: 'watch', fault: { kind: 'watchCut' } },
      { kind: 'fault', verb: 'watch', fault: { kind: 'watchExpired' } },
      { kind: 'fault', verb: 'watch', fault: { kind: 'watchGarbage' } },
      { kind: 'fault', verb: 'list', fault: { kind: 'answer', code: 410 } },
      { kind: 'fault', verb: 'list', fault: { kind: 'answer', code: 500 } },
      { kind: 'fault', verb: 'list', fault: { kind: 'slow', ms: 20 } },
    ),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(2_000) }) },
);

let cluster: RunningCluster;
let faults: FaultClient;

beforeAll(async () => {
  cluster = await startTestCluster([
    namespace(NAMESPACE),
    ...Array.from({ length: VMS }, (_none, index) =>
      virtualMachine(NAMESPACE, `vm-${index}`, { runStrategy: 'Halted' }),
    ),
  ]);
  faults = faultsOf(cluster);
});
beforeEach(() => {
  connectToCluster(cluster, 'admin');
  // Waiting advances the fake time, so it costs no real time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
afterAll(async () => cluster.close());

const change = ({ kind, vm }: Extract<Step, { vm: number }>): void => {
  const { store } = cluster.host;
  const name = `vm-${vm}`;
  const known = store.get('virtualmachines', NAMESPACE, name);
  if (kind === 'delete') {
    if (known !== undefined) {
      store.delete('virtualmachines', NAMESPACE, name);
    }
  } else if (known === undefined) {
    store.create('virtualmachines', virtualMachine(NAMESPACE, name, { runStrategy: 'Halted' }));
  } else {
    store.modify('virtualmachines', NAMESPACE, name, (draft) => {
      draft.status = {
        ...(draft.status as object),
        printableStatus: `Changed ${known.metadata.resourceVersion}`,
      };
    });
  }
};

const take = async (step: Step): Promise<void> => {
  switch (step.kind) {
    case 'fault':
      await faults.add({ verb: step.verb, path: '/virtualmachines', count: 1, fault: step.fault });
      break;
    case 'wait':
      await vi.advanceTimersByTimeAsync(step.ms);
      await new Promise((next) => realTimeout(next, 8));
      break;
    default:
      change(step);
  }
};

/** Names with versions, in order. */
const versions = (objects: readonly KubernetesObject[]): string[] =>
  objects.map(({ metadata: { name, resourceVersion } }) => `${name}@${resourceVersion ?? ''}`).sort();

it('ends with the content of the cluster after any errors', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { maxLength: 40 }), fc.boolean(), async (steps, isAtOnce) => {
      let read = (): ListWatchState<VirtualMachine> => ({
        items: [],
        complete: false,
        remaining: undefined,
        error: undefined,
        staleSince: undefined,
      });
      let wasComplete = false;
      const blanks: number[] = [];
      const watch = startListWatch<VirtualMachine>(
        { model: VirtualMachineModel, namespace: NAMESPACE },
        [],
        (reader) => {
          read = reader;
          const { complete, items } = reader();
          wasComplete ||= complete;
          // Once complete, the list must never become incomplete again.
          if (wasComplete && items.length < VMS / 2) {
            blanks.push(items.length);
          }
        },
      );
      try {
        // Otherwise the first list is complete before the changes.
        if (!isAtOnce) {
          await untilTimePasses(() => {
            expect(read().complete).toBe(true);
          });
        }
        for (const step of steps) {
          await take(step);
        }
        await faults.clear();
        await untilTimePasses(() => {
          expect(versions(read().items)).toEqual(versions(cluster.host.store.list('virtualmachines')));
          expect(read()).toMatchObject({ complete: true, error: undefined });
        });
        expect(blanks).toEqual([]);
      } finally {
        watch.stop();
        await faults.clear();
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
