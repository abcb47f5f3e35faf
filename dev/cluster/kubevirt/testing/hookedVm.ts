import { afterEach, vi } from 'vitest';
import type { StoredObject } from '../../contract';
import type { KubeVirtTiming } from '../timing';
import { configMap, testCluster, virtualMachine, type TestCluster } from './testCluster';

interface HookedVm {
  /** That of the running test. */
  cluster: () => TestCluster;
  /** Starts the cluster of this test without objects: `start` does both. */
  startCluster: (timing?: Partial<KubeVirtTiming>) => TestCluster;
  /** Creates `vm` with an annotation, beside other objects and a ConfigMap `hook` with a script where there is one. */
  start: (
    annotation: string,
    script: string | undefined,
    more?: { cloudInit?: boolean; runStrategy?: string },
    objects?: StoredObject[],
  ) => void;
  /** The condition that tells why KubeVirt could not bring it to what was asked for. */
  synchronized: () => { reason?: string; message?: string } | undefined;
  status: () => string | undefined;
}

/** A VM named `vm` for each test of a file, in a cluster of its own. */
export const hookedVm = (): HookedVm => {
  let cluster: TestCluster;
  afterEach(() => cluster.host.close());
  const startCluster = (timing?: Partial<KubeVirtTiming>): TestCluster => {
    cluster = testCluster(timing);
    return cluster;
  };
  return {
    cluster: () => cluster,
    startCluster,
    start: (annotation, script, more = {}, objects = []) => {
      startCluster().create(
        ...objects,
        ...(script === undefined ? [] : [configMap('hook', { 'script.sh': script })]),
        virtualMachine('vm', annotation, more),
      );
    },
    synchronized: () => cluster.vmi('vm')?.status?.conditions?.find(({ type }) => type === 'Synchronized'),
    status: () => cluster.vm('vm')?.status?.printableStatus,
  };
};

/** Waits for what the cluster does within milliseconds here, or, where the machine is busy, later. */
export const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 5 });

/** A script that prints a text, whatever it is given. */
export const print = (xml: string): string => `#!/bin/sh\ncat <<'END'\n${xml}\nEND\n`;

/** The entry of the ConfigMap that `start` creates. */
export const HOOK = {
  args: ['--version', 'v1alpha3'],
  configMap: { name: 'hook', key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
};
