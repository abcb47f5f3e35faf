import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { errorMessage } from '../apiError';
import { cloudInitData, type CloudInitData } from '../domain/cloudInitData';
import { convertInstance } from '../domain/convertInstance';
import { definePasses } from '../domain/definePasses';
import { hotplugPorts } from '../domain/hotplugPorts';
import { requireTaps } from '../domain/requireTaps';
import { attribute, child, type XmlElement } from '../domain/xmlTree';
import type { LibvirtFactory, PodLibvirt } from '../libvirt/podLibvirt';
import { simulatedLibvirt } from '../libvirt/simulatedLibvirt';
import type { Release } from '../release';
import { HookManager, LauncherPanic } from '../sidecar/hookManager';
import type { Shim } from '../sidecar/shim';
import { startsPaused } from '../startStrategy';
import { LogBuffer } from './logBuffer';

const SMBIOS = {
  manufacturer: 'Red Hat',
  product: 'OpenShift Virtualization',
  family: 'Red Hat',
  version: '4.23.0',
};

/** SyncVMI failed; virt-handler puts the message into the instance's condition. */
export class SyncError extends Error {}

/** One virt-launcher pod as it runs: its containers' logs, its sidecars and its libvirt domain. */
export class Launcher {
  readonly logs = new Map<string, LogBuffer>();
  /** The pod's own domain, until a migration moves it to another pod. */
  libvirt: PodLibvirt;
  domainRunning = false;
  /** What libvirt made of the machine that the instance asks for. */
  machineType: string | undefined;
  shims: Shim[] = [];
  private manager: HookManager | undefined;
  /** What libvirt has, maybe of a try that failed later: such a domain is started without another call of a hook. */
  private defined: { domain: XmlElement; cloudInit: CloudInitData | undefined } | undefined;
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

  /** The message with which virt-launcher exits after it has waited for the sidecars' sockets. */
  missSockets(): void {
    this.log().write('panic: Failed to collect all expected sidecar hook sockets within given timeout');
    this.shutDownDirty();
  }

  /** virt-launcher-monitor's message when virt-launcher has panicked. */
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

  /** Asks all sidecars for their hook points; all must be running. */
  collectHooks(): void {
    this.manager = new HookManager(this.shims, this.log());
  }

  /**
   * Starts the domain if it does not run. Throws SyncError for an error that virt-handler reports and retries, and
   * LauncherPanic if virt-launcher crashes.
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
      if (this.defined === undefined) {
        const cloudInit = await this.cloudInit(this.manager, vmi, vmiJson);
        // The target of a migration discards its own result, because the domain comes from the source.
        const libvirt = run === 'start' ? this.libvirt : simulatedLibvirt();
        const converted = convertInstance(vmi, SMBIOS);
        const ports = hotplugPorts(vmi, converted, this.release);
        await definePasses(converted, {
          manager: this.manager,
          define: async (xml) => {
            const domain = await libvirt.define(xml);
            this.defined = { domain, cloudInit };
            return domain;
          },
          log,
          vmiJson,
          fields,
          ports: run === 'start' ? ports : { ...ports, extra: 0 },
        });
      }
      if (run === 'start' && this.defined !== undefined) {
        const { domain, cloudInit } = this.defined;
        requireTaps(domain);
        await this.libvirt.start(cloudInit, startsPaused(vmi));
        this.domainRunning = true;
        this.machineType = attribute(child(child(domain, 'os'), 'type'), 'machine');
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

  /** Takes over the domain of another pod. */
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

  /** Kills all processes of the pod and removes its files; the logs stay readable. */
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
