import { keptSince } from '../../domainSpec/specType';
import { isAtLeast } from '../../featureGate/kubevirtVersion';

const isDevice = (name: string): boolean => keptSince('devices', name) !== undefined;

/** Where an element belongs whose parent is not known. */
const parentOf = (tag: string): string | undefined => {
  const parents = ['devices', 'domain'].filter((parent) => keptSince(parent, tag) !== undefined);
  return parents.length === 1 ? parents[0] : undefined;
};

/**
 * The call of onDefineDomain in which a script meets again what it added in the call before; undefined where it never
 * does, or where that is not known.
 *
 * Call 2 gets newly generated XML in which only the devices, without the interfaces, come back from libvirt. Call 3,
 * which KubeVirt makes from 1.8 on when it adds PCI root ports, gets all of the result of call 2. Both only as far as
 * KubeVirt's schema has a place for it. Source: virtwrap/manager.go, allocateHotplugPorts, and a start of KubeVirt 1.8.4.
 */
export const meetsAgain = (
  added: { tag: string; parent: string | undefined },
  kubevirtVersion: string | undefined,
): 2 | 3 | undefined => {
  const { tag } = added;
  const parent = added.parent ?? parentOf(tag);
  const since = parent === undefined ? undefined : keptSince(parent, tag);
  if (parent === undefined || since === undefined) {
    return undefined;
  }
  if (since > 0 && isAtLeast(kubevirtVersion, 1, since) !== true) {
    return undefined;
  }
  const isInDevices = parent === 'devices' ? tag !== 'interface' : isDevice(parent) && parent !== 'interface';
  if (isInDevices) {
    return 2;
  }
  return isAtLeast(kubevirtVersion, 1, 8) === true ? 3 : undefined;
};
