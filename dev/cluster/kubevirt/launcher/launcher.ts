import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/resources';
import type { Store } from '../../contract';
import { errorMessage } from '../apiError';
import { cloudInitData } from '../domain/cloudInitData';
import { convertInstance } from '../domain/convertInstance';
import { definePasses } from '../domain/definePasses';
import { virtLauncherHost } from '../domain/libvirtHost';
import { liveDomain } from '../domain/liveDomain';
import type { XmlElement } from '../domain/xmlTree';
import { HookManager, LauncherPanic } from '../sidecar/hookManager';
import type { Shim } from '../sidecar/shim';
import { LogBuffer } from './logBuffer';

const smbios = {
  manufacturer: 'Red Hat',
  product: 'OpenShift Virtualization',
  family: 'Red Hat',
  version: '4.23.0',
};

/** SyncVMI failed; the message is what virt-handler puts into the instance's condition. */
export class SyncError extends Error {
  constructor(reason: string) {
    super(`server error. command SyncVMI failed: ${JSON.stringify(reason)}`);
  }
}

/** One virt-launcher pod as it runs: its containers' logs, its sidecars and its libvirt domain. */
export class Launcher {
  readonly logs = new Map<string, LogBuffer>();
  /** The persistent and the running form; undefined until the domain is started. */
  domain: { defined: XmlElement; live: XmlElement } | undefined;
  shims: Shim[] = [];
  private manager: HookManager | undefined;
  /** Set once processes have started in compute. */
  computeRunning = false;

  constructor(
    readonly pod: Pod,
    private readonly store: Store,
    private readonly minor: number,
  ) {
    for (const { name } of [...(pod.spec.initContainers ?? []), ...pod.spec.containers]) {
      this.logs.set(name, new LogBuffer());
    }
  }

  log(container = 'compute'): LogBuffer {
    const log = this.logs.get(container);
    if (log === undefined) {
      throw new Error(`No container ${container} in pod ${this.pod.metadata.name}`);
    }
    return log;
  }

  isRunning(container: string): boolean {
    return container === 'compute' || container === 'guest-console-log'
      ? this.computeRunning
      : this.shims.some(({ containerName }) => containerName === container);
  }

  /** Asks the sidecars what they offer; all of them must be up. Without sidecars there is nobody to ask. */
  collectHooks(): void {
    this.manager = new HookManager(this.shims, this.log());
  }

  /**
   * Brings the domain up, unless it is. Throws SyncError where virt-handler would report and retry, and
   * LauncherPanic where virt-launcher dies.
   */
  async sync(vmi: VirtualMachineInstance, run: 'start' | 'prepareTarget' = 'start'): Promise<void> {
    if (this.domain !== undefined || this.manager === undefined) {
      return;
    }
    const fields = {
      kind: '',
      name: vmi.metadata.name,
      namespace: vmi.metadata.namespace ?? 'default',
      uid: vmi.metadata.uid ?? '',
    };
    const log = this.log();
    const vmiJson = JSON.stringify(vmi);
    try {
      try {
        await this.manager.preCloudInitIso(cloudInitData(vmi, this.store), vmiJson);
      } catch (error) {
        if (error instanceof LauncherPanic) {
          throw error;
        }
        throw new Error(`PreCloudInitIso hook failed: ${errorMessage(error)}`);
      }
      const passes = run === 'prepareTarget' ? 2 : this.minor >= 8 ? 3 : 2;
      const host = virtLauncherHost;
      const converted = convertInstance(vmi, smbios);
      const defined = await definePasses(converted, {
        manager: this.manager,
        host,
        log,
        vmiJson,
        fields,
        passes,
      });
      if (run === 'start') {
        this.domain = { defined, live: liveDomain(defined, 1, host) };
        log.writeJson('virt-launcher', 'info', 'Domain started.', { ...fields, pos: 'manager.go:1156' });
        log.writeJson('virt-launcher', 'info', 'Synced vmi', { ...fields, pos: 'server.go:208' });
      }
    } catch (error) {
      if (error instanceof LauncherPanic) {
        log.write(`panic: ${error.message}`);
        log.write('[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x1a8f2c5]');
        throw error;
      }
      const reason = errorMessage(error);
      log.writeJson('virt-launcher', 'error', 'Failed to sync vmi', {
        ...fields,
        pos: 'server.go:203',
        reason,
      });
      throw new SyncError(reason);
    }
  }

  /** Ends every process of the pod and removes its files; the logs stay readable. */
  async stop(): Promise<void> {
    this.domain = undefined;
    this.computeRunning = false;
    const shims = this.shims.splice(0);
    for (const log of this.logs.values()) {
      log.close();
    }
    await Promise.all(shims.map((shim) => shim.stop()));
  }
}
