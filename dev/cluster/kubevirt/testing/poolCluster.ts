import { afterEach, beforeEach, expect } from 'vitest';
import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Platform } from '../platform';
import { POOLS, type Pool } from '../pools/pool';
import { SIDECAR_ANNOTATION } from '../sidecar/hookSidecarList';
import type { KubeVirtTiming } from '../timing';
import { soon } from './hookedVm';
import { configMap, sidecar, testCluster, type TestCluster } from './testCluster';

/** The annotation of a hook that works. */
export const HOOKED = sidecar('hook');

export const isReady = (vmi: VirtualMachineInstance): boolean =>
  vmi.metadata.deletionTimestamp === undefined &&
  vmi.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;

interface PoolCluster {
  /** The cluster of the running test, with the ConfigMap of `HOOKED`. */
  cluster: () => TestCluster;
  /** Replaces it by another. */
  restart: (timing: Partial<KubeVirtTiming>, platform?: Partial<Platform>) => Promise<void>;
  /** What there is in the namespace `lab`. */
  vms: () => VirtualMachine[];
  vmis: () => VirtualMachineInstance[];
  names: () => string[];
  revisions: () => string[];
  messages: (reason: string) => (string | undefined)[];
  /** The pool `farm`. */
  pool: () => Pool | undefined;
  change: (edit: (draft: Pool) => void) => void;
  annotate: (annotation: string) => void;
  /** Waits until this many VMs are up, and the pool says so. */
  ready: (count?: number) => Promise<void>;
  /** For each VM whether its template, and whether its instance, has the annotation. */
  hooked: () => [boolean, boolean][];
}

/** A cluster for a pool named `farm` in each test of a file. */
export const poolCluster = (): PoolCluster => {
  let cluster: TestCluster;
  const start = (timing: Partial<KubeVirtTiming> = {}, platform: Partial<Platform> = {}): void => {
    cluster = testCluster(timing, platform);
    cluster.create(configMap('hook', { 'script.sh': '#!/bin/sh\necho "hook ran" >&2\nprintf %s "$4"\n' }));
  };
  beforeEach(() => {
    start();
  });
  afterEach(() => cluster.host.close());

  const list = <T>(plural: string): T[] => cluster.host.store.list(plural, 'lab') as unknown as T[];
  const vms = (): VirtualMachine[] => list('virtualmachines');
  const vmis = (): VirtualMachineInstance[] => list('virtualmachineinstances');
  const pool = (): Pool | undefined => cluster.host.store.get(POOLS, 'lab', 'farm') as Pool | undefined;
  const change = (edit: (draft: Pool) => void): void => {
    cluster.host.store.modify(POOLS, 'lab', 'farm', (draft) => {
      edit(draft as Pool);
    });
  };
  return {
    cluster: () => cluster,
    restart: async (timing, platform) => {
      await cluster.host.close();
      start(timing, platform);
    },
    vms,
    vmis,
    names: () => vms().map(({ metadata }) => metadata.name),
    revisions: () =>
      list<Pool>('controllerrevisions')
        .map(({ metadata }) => metadata.name)
        .filter((name) => name.startsWith('farm-')),
    messages: (reason) => cluster.events(reason).map(({ message }) => message),
    pool,
    change,
    annotate: (annotation) => {
      change(({ spec }) => {
        const { template } = spec.virtualMachineTemplate.spec;
        if (template?.metadata !== undefined) {
          template.metadata.annotations = { [SIDECAR_ANNOTATION]: annotation };
        }
      });
    },
    ready: (count = 2) =>
      soon(() => {
        expect(pool()?.status).toMatchObject({ replicas: count, readyReplicas: count });
        expect(vmis().filter(isReady)).toHaveLength(count);
      }),
    hooked: () =>
      vms().map(({ metadata, spec }) => [
        spec.template?.metadata?.annotations?.[SIDECAR_ANNOTATION] !== undefined,
        cluster.vmi(metadata.name)?.metadata.annotations?.[SIDECAR_ANNOTATION] !== undefined,
      ]),
  };
};
