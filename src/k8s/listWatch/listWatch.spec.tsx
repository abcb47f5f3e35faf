import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { RunningCluster } from '../../../dev/cluster/contract';
import { faultClient, type FaultClient } from '../../../dev/cluster/faults/faultClient';
import { namespace, virtualMachine } from '../../../dev/scenarios/objects';
import type { VirtualMachine } from '../../sidecars/resources';
import { connectToCluster } from '../../testing/clusterTransport';
import { startTestCluster } from '../../testing/renderInConsole';
import { VirtualMachineModel } from '../models';
import { startListWatch, type ListWatch, type ListWatchState } from './listWatch';

let cluster: RunningCluster;
let faults: FaultClient;
let watch: ListWatch | undefined;

beforeAll(async () => {
  cluster = await startTestCluster([
    namespace('lab'),
    virtualMachine('lab', 'first', { runStrategy: 'Halted' }),
  ]);
  faults = faultClient(cluster.url, cluster.personas.find(({ id }) => id === 'admin')?.token ?? '');
});
beforeEach(() => {
  connectToCluster(cluster, 'admin');
  // Waiting then moves the time on: what takes a minute is over at once.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  watch?.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await faults.clear();
});
afterAll(async () => cluster.close());

it('lists again what may not be watched, says nothing of it, and watches once it may', async () => {
  await faults.add({ verb: 'watch', path: '/virtualmachines', fault: { kind: 'answer', code: 403 } });
  const errors: unknown[] = [];
  let read = (): ListWatchState<VirtualMachine> => ({
    items: [],
    complete: false,
    remaining: 0,
    error: undefined,
  });
  watch = startListWatch(
    { model: VirtualMachineModel, namespace: 'lab', kept: 'virtualMachine' },
    [],
    (reader) => {
      read = reader;
      errors.push(reader().error);
    },
  );
  const shown = async (name: string): Promise<void> =>
    vi.waitFor(
      () => {
        expect(read().items.map(({ metadata }) => metadata.name)).toContain(name);
      },
      { timeout: 600_000, interval: 1000 },
    );
  const create = (name: string): void => {
    cluster.host.store.create('virtualmachines', virtualMachine('lab', name, { runStrategy: 'Halted' }));
  };
  await shown('first');
  create('second');
  await shown('second');

  await faults.clear();
  create('third');
  await shown('third');
  expect(errors.filter((error) => error !== undefined)).toEqual([]);
});
