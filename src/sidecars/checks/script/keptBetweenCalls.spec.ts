import { describe, expect, it } from 'vitest';
import { meetsAgain } from './keptBetweenCalls';

describe('what a script meets again', () => {
  it.each<[string, string | undefined, string | undefined, 2 | 3 | undefined]>([
    // Devices come back from libvirt.
    ['sound', 'devices', 'v1.3.0', 2],
    ['channel', undefined, undefined, 2],
    ['serial', 'disk', 'v1.9.0', 2],
    ['panic', 'devices', 'v1.6.0', 2],
    ['panic', 'devices', 'v1.5.0', undefined],
    ['panic', 'devices', undefined, undefined],
    // Interfaces are generated anew for call 2.
    ['interface', 'devices', 'v1.7.0', undefined],
    ['interface', 'devices', 'v1.8.4', 3],
    ['mtu', 'interface', 'v1.8.4', 3],
    // Outside of the devices only call 3 gets the result of another call.
    ['entry', 'baseBoard', 'v1.7.0', undefined],
    ['entry', 'baseBoard', 'v1.8.0', 3],
    ['entry', 'baseBoard', undefined, undefined],
    ['bootmenu', 'os', 'v1.9.0', 3],
    // What KubeVirt's schema has no place for is lost.
    ['wwn', 'disk', 'v1.9.0', undefined],
    ['iotune', 'disk', 'v1.9.0', undefined],
    ['rom', 'hostdev', 'v1.9.0', undefined],
    ['shmem', 'devices', 'v1.9.0', undefined],
    ['oemStrings', 'sysinfo', 'v1.9.0', undefined],
    ['cache', 'cpu', 'v1.9.0', undefined],
    ['qemu:commandline', 'domain', 'v1.9.0', undefined],
    ['qemu:commandline', 'domain', 'v1.10.0', 3],
    // A place that is none, and one that is not known.
    ['sound', 'domain', 'v1.9.0', undefined],
    ['alias', undefined, 'v1.9.0', undefined],
  ])('of %s in %s on KubeVirt %s: call %s', (tag, parent, version, call) => {
    expect(meetsAgain({ tag, parent }, version)).toBe(call);
  });
});
