import { afterEach, vi } from 'vitest';
import type { StoredObject } from '../../contract';
import type { KubeVirtTiming } from '../timing';
import { configMap, testCluster, virtualMachine, type TestCluster } from './testCluster';

interface HookedVm {
  /** The cluster of the running test. */
  cluster: () => TestCluster;
  /** Starts the cluster of this test without objects; `start` also creates objects. */
  startCluster: (timing?: Partial<KubeVirtTiming>) => TestCluster;
  /** Creates `vm` with an annotation, other objects, and, if there is a script, a ConfigMap `hook` with it. */
  start: (
    annotation: string,
    script: string | undefined,
    more?: { cloudInit?: boolean; runStrategy?: string },
    objects?: StoredObject[],
    timing?: Partial<KubeVirtTiming>,
  ) => void;
  /** The condition that says why KubeVirt could not reach the wanted state. */
  synchronized: () => { reason?: string; message?: string } | undefined;
  status: () => string | undefined;
}

/** A VM named `vm` in a new cluster for each test of a file. */
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
    start: (annotation, script, more = {}, objects = [], timing = {}) => {
      startCluster(timing).create(
        ...objects,
        ...(script === undefined ? [] : [configMap('hook', { 'script.sh': script })]),
        virtualMachine('vm', annotation, more),
      );
    },
    synchronized: () => cluster.vmi('vm')?.status?.conditions?.find(({ type }) => type === 'Synchronized'),
    status: () => cluster.vm('vm')?.status?.printableStatus,
  };
};

/** Waits for something that takes the cluster milliseconds, or longer on a busy machine. */
export const soon = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000, interval: 5 });

/** A script that prints a text and ignores its arguments. */
export const print = (xml: string): string => `#!/bin/sh\ncat <<'END'\n${xml}\nEND\n`;

/** The entry of the ConfigMap that `start` creates. */
export const HOOK = {
  args: ['--version', 'v1alpha3'],
  configMap: { name: 'hook', key: 'script.sh', hookPath: '/usr/bin/onDefineDomain' },
};
