import { isUsable, type CloudInitData } from '../domain/cloudInitData';
import type { LogBuffer } from '../launcher/logBuffer';
import type { HookPoint, Shim } from './shim';

/** virt-launcher dereferenced a nil pointer and has crashed. */
export class LauncherPanic extends Error {
  constructor() {
    super('runtime error: invalid memory address or nil pointer dereference');
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** virt-launcher's hook manager: knows the sidecars' hook points and passes domain and cloud-init data on. */
export class HookManager {
  private readonly offers = new Map<HookPoint, Shim[]>();

  constructor(
    shims: readonly Shim[],
    private readonly log: LogBuffer,
  ) {
    // The order is that of the sockets' paths: hook-sidecar-10 is before hook-sidecar-2; before 1.6 it is random.
    const found = [...shims].sort((left, right) => (left.socket < right.socket ? -1 : 1));
    for (const shim of found) {
      for (const point of shim.describe()) {
        this.offers.set(point, [...(this.offers.get(point) ?? []), shim]);
      }
    }
    this.log.writeJson('virt-launcher', 'info', 'Collected all requested hook sidecar sockets', {
      pos: 'manager.go:98',
    });
  }

  /** Calls all hook scripts in turn and returns the domain XML exactly as the last one printed it. */
  async onDefineDomain(domainXml: string, vmiJson: string): Promise<string> {
    let current = domainXml;
    for (const shim of this.offers.get('onDefineDomain') ?? []) {
      current = await shim.call('onDefineDomain', vmiJson, current);
    }
    return current;
  }

  /**
   * Calls the first hook script for cloud-init data; later ones never run. Throws LauncherPanic if there is a script but no
   * data.
   */
  async preCloudInitIso(
    data: CloudInitData | undefined,
    vmiJson: string,
  ): Promise<CloudInitData | undefined> {
    for (const shim of this.offers.get('preCloudInitIso') ?? []) {
      if (shim.version === 'v1alpha1') {
        this.log.writeJson('virt-launcher', 'error', 'Unsupported callback version: v1alpha1', {
          pos: 'manager.go:402',
        });
        continue;
      }
      if (data === undefined) {
        throw new LauncherPanic();
      }
      const result = parsed(await shim.call('preCloudInitIso', vmiJson, JSON.stringify(data)));
      if (isUsable(result)) {
        return result;
      }
      // An invalid answer is parsed as the older format, which this shim never sends.
      const reason = 'unexpected end of JSON input';
      const what = 'Failed to unmarshal CloudInitNoCloudSource result';
      this.log.writeJson('virt-launcher', 'error', `${what}: `, { pos: 'manager.go:352', reason });
      throw new Error(reason);
    }
    return data;
  }
}
