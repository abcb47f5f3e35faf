import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { errorMessage } from '../apiError';
import { cloudInitData, type CloudInitData } from '../domain/cloudInitData';
import { convertInstance } from '../domain/convertInstance';
import { definePasses } from '../domain/definePasses';
import { hotplugPorts } from '../domain/hotplugPorts';
import { attribute, child } from '../domain/xmlTree';
import type { LibvirtFactory, PodLibvirt } from '../libvirt/podLibvirt';
import { simulatedLibvirt } from '../libvirt/simulatedLibvirt';
import type { Release } from '../release';
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
export class SyncError extends Error {}

/** One virt-launcher pod as it runs: its containers' logs, its sidecars and its libvirt domain. */
export class Launcher {
  readonly logs = new Map<string, LogBuffer>();
  /** Its own until a migration gives its domain to another pod. */
  libvirt: PodLibvirt;
  domainRunning = false;
  /** What libvirt made of the machine that the instance asks for. */
  machineType: string | undefined;
  shims: Shim[] = [];
  private manager: HookManager | undefined;
  /** Set once processes have started in compute. */
  computeRunning = false;

  constructor(
    readonly pod: Pod,
    private readonly store: Store,
    readonly release: Release,
    libvirt: LibvirtFactory,
  ) {
    this.libvirt = libvirt({ uid: pod.metadata.uid ?? '' });
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

  /** Says why virt-launcher ends: it has waited long enough for the sidecars' sockets. */
  missSockets(): void {
    this.log().write('panic: Failed to collect all expected sidecar hook sockets within given timeout');
    this.shutDownDirty();
  }

  /** What virt-launcher-monitor says when virt-launcher has panicked. */
  private shutDownDirty(): void {
    const say = (level: string, message: string, pos: string): void => {
      this.log().writeJson('virt-launcher-monitor', level, message, {
        pos: `virt-launcher-monitor.go:${pos}`,
      });
    };
    say('info', 'Reaped Launcher main pid', '137');
    say('error', 'dirty virt-launcher shutdown: exit-code 2', '156');
    say('info', 'virt-launcher-monitor: Exiting...', '91');
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
    if (this.domainRunning || this.manager === undefined) {
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
      const cloudInit = await this.cloudInit(this.manager, vmi, vmiJson);
      // What a migration's target makes of the domain is thrown away: the domain comes from the source.
      const libvirt = run === 'start' ? this.libvirt : simulatedLibvirt();
      const converted = convertInstance(vmi, smbios);
      const ports = hotplugPorts(vmi, converted, this.release);
      const defined = await definePasses(converted, {
        manager: this.manager,
        define: libvirt.define,
        log,
        vmiJson,
        fields,
        ports: run === 'start' ? ports : { ...ports, extra: 0 },
      });
      if (run === 'start') {
        await this.libvirt.start(cloudInit);
        this.domainRunning = true;
        this.machineType = attribute(child(child(defined, 'os'), 'type'), 'machine');
        log.writeJson('virt-launcher', 'info', 'Domain started.', { ...fields, pos: 'manager.go:1156' });
        log.writeJson('virt-launcher', 'info', 'Synced vmi', { ...fields, pos: 'server.go:208' });
      }
    } catch (error) {
      if (error instanceof LauncherPanic) {
        log.write(`panic: ${error.message}`);
        log.write('[signal SIGSEGV: segmentation violation code=0x1 addr=0x20 pc=0xfa29ce]');
        this.shutDownDirty();
        throw error;
      }
      const reason = errorMessage(error);
      log.writeJson('virt-launcher', 'error', 'Failed to sync vmi', {
        ...fields,
        pos: 'server.go:203',
        reason,
      });
      throw new SyncError(`server error. command SyncVMI failed: ${JSON.stringify(reason)}`);
    }
  }

  /** Goes on with another pod's domain, which has none then. */
  takeDomain(other: Launcher): void {
    [this.libvirt, other.libvirt] = [other.libvirt, this.libvirt];
    this.domainRunning = other.domainRunning;
    other.domainRunning = false;
  }

  private async cloudInit(
    manager: HookManager,
    vmi: VirtualMachineInstance,
    vmiJson: string,
  ): Promise<CloudInitData | undefined> {
    try {
      return await manager.preCloudInitIso(cloudInitData(vmi, this.store), vmiJson);
    } catch (error) {
      throw error instanceof LauncherPanic
        ? error
        : new Error(`PreCloudInitIso hook failed: ${errorMessage(error)}`);
    }
  }

  /** Ends every process of the pod and removes its files; the logs stay readable. */
  async stop(): Promise<void> {
    this.domainRunning = false;
    this.computeRunning = false;
    const shims = this.shims.splice(0);
    for (const log of this.logs.values()) {
      log.close();
    }
    await Promise.all([this.libvirt.stop(), ...shims.map((shim) => shim.stop())]);
  }
}
