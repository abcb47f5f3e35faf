import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { RunningCluster } from '../../dev/cluster/contract';
import type { FaultClient } from '../../dev/cluster/faults/faultClient';
import { namespace, virtualMachine } from '../../dev/scenarios/objects';
import { VirtualMachineModel } from '../k8s/models';
import { startListWatch, type ListWatch, type ListWatchState } from '../k8s/listWatch/listWatch';
import type { VirtualMachine } from '../sidecars/objects/resources';
import { connectToCluster } from './clusterTransport';
import { faultsOf } from './faultsOf';
import { startTestCluster } from './renderInConsole';
import { untilTimePasses } from './untilTimePasses';

/** An embedded cluster with one VM, `first`, in the namespace `lab`. */
export let cluster: RunningCluster;
export let faults: FaultClient;
let watch: ListWatch | undefined;

interface Started {
  names: () => string[];
  /** Lets time pass until the list has a VM of this name. */
  shown: (name: string) => Promise<void>;
}

/** Starts a list-watch; returns its current value and a way to wait for it. */
export const start = (onChange: (error: unknown, staleSince: unknown) => void = () => undefined): Started => {
  let read = (): ListWatchState<VirtualMachine> => ({
    items: [],
    complete: false,
    remaining: 0,
    error: undefined,
    staleSince: undefined,
  });
  watch = startListWatch<VirtualMachine>({ model: VirtualMachineModel, namespace: 'lab' }, [], (reader) => {
    read = reader;
    const { error, staleSince } = reader();
    onChange(error, staleSince);
  });
  const names = (): string[] => read().items.map(({ metadata }) => metadata.name);
  const shown = async (name: string): Promise<void> =>
    untilTimePasses(() => {
      expect(names()).toContain(name);
    });
  return { names, shown };
};

export const create = (name: string): void => {
  cluster.host.store.create('virtualmachines', virtualMachine('lab', name, { runStrategy: 'Halted' }));
};

/** Starts the cluster for the tests of a file; in each of them the time is fake. */
export const setUpListWatch = (): void => {
  beforeAll(async () => {
    cluster = await startTestCluster([
      namespace('lab'),
      virtualMachine('lab', 'first', { runStrategy: 'Halted' }),
    ]);
    faults = faultsOf(cluster);
  });
  beforeEach(() => {
    connectToCluster(cluster, 'admin');
    // Waiting advances the fake time, so a minute passes at once.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(async () => {
    watch?.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    await faults.clear();
  });
  afterAll(async () => cluster.close());
};
