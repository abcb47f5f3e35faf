import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Behaviour } from '../behaviour';
import { SyncError, type Launcher } from '../launcher/launcher';

const OUT_OF_TIME =
  'unknown error encountered sending command SyncVMI: rpc error: code = DeadlineExceeded desc = context deadline exceeded';

/**
 * SyncVMI as virt-handler calls it: it stops waiting after a time limit while virt-launcher continues, so that the next try
 * finds the same call still running.
 */
export class BoundedSync {
  private syncing: Promise<void> | undefined;

  constructor(private readonly behaviour: Behaviour) {}

  /** Rejects as `Launcher.sync` does, or with SyncError when it takes too long. */
  async run(launcher: Launcher, vmi: VirtualMachineInstance): Promise<void> {
    const { timers, timing } = this.behaviour;
    const syncing =
      this.syncing ??
      launcher.sync(vmi).finally(() => {
        this.syncing = undefined;
      });
    this.syncing = syncing;
    await new Promise<void>((resolve, reject) => {
      const cancel = timers.after(timing.syncDeadline, () => {
        reject(new SyncError(OUT_OF_TIME));
      });
      void syncing.then(resolve, reject).finally(cancel);
    });
  }
}
