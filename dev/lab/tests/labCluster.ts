import { afterAll, beforeAll, expect, vi } from 'vitest';
import { testCluster, type TestCluster } from '../../cluster/kubevirt/testing/testCluster';
import { buildGuest } from '../guest/buildGuest';
import { startLabLibvirt, type LabLibvirt } from '../labLibvirt';

/** Long enough for several guests that boot at the same time on a busy machine. */
export const PATIENCE = { timeout: 60_000, interval: 200 };

export interface LabCluster extends TestCluster {
  lab: LabLibvirt;
  running: (name: string) => Promise<void>;
  /** Deletes a VM and waits until its instance is gone. */
  remove: (name: string) => Promise<void>;
  virsh: (name: string, ...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;
}

/** A cluster with a real libvirt for the tests of one file. */
export const labCluster = (timing: Parameters<typeof testCluster>[0] = {}): (() => LabCluster) => {
  let lab: LabLibvirt | undefined;
  let cluster: TestCluster | undefined;
  beforeAll(async () => {
    lab = await startLabLibvirt(await buildGuest());
    cluster = testCluster(timing, {}, lab.forPod);
  });
  afterAll(async () => {
    await cluster?.host.close();
    await lab?.close();
  });
  return () => {
    if (lab === undefined || cluster === undefined) {
      throw new Error('The lab did not start.');
    }
    const started = cluster;
    return {
      ...started,
      lab,
      running: (name) =>
        vi.waitFor(() => {
          expect(started.vm(name)?.status?.printableStatus, started.log(name, 'hook-sidecar-0')).toBe(
            'Running',
          );
        }, PATIENCE),
      remove: async (name) => {
        started.host.store.delete('virtualmachines', 'lab', name);
        await vi.waitFor(() => {
          expect(started.vmi(name)).toBeUndefined();
        }, PATIENCE);
      },
      virsh: (name, ...args) => started.exec(name, 'virsh', ...args),
    };
  };
};
