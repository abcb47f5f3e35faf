import type { CopyNote } from './copyNote';
import { noteIfAny } from './copyNote';
import { listOf, pick, textOf, type Fields } from './fields';

/** Everything but `macAddress`, which only one machine may have, and `sriov`, which is a device of the host. */
const INTERFACE_FIELDS = [
  'name',
  'bridge',
  'masquerade',
  'slirp',
  'macvtap',
  'passt',
  'passtBinding',
  'binding',
  'model',
  'ports',
  'bootOrder',
  'pciAddress',
  'dhcpOptions',
  'tag',
  'acpiIndex',
  'state',
];

/**
 * The interfaces and networks of a copy. Their number stays, because KubeVirt calls hooks once more for a VM with few
 * interfaces.
 */
export const copyNetworks = (
  spec: Fields,
  devices: Fields,
): { interfaces: Fields[]; networks: Fields[]; hasNone: boolean; notes: CopyNote[] } => {
  const own = listOf(devices.interfaces);
  // A start leaves out interfaces that are unplugged.
  const plugged = own.filter(({ state }) => state !== 'absent');
  const ownNetworks = listOf(spec.networks).filter(({ resourceClaim }) => resourceClaim === undefined);
  const known = new Set(ownNetworks.map(({ name }) => textOf(name)));
  const isCopied = ({ name, sriov }: Fields): boolean => sriov === undefined && known.has(textOf(name));
  const interfaces = plugged.filter(isCopied).map((item) => pick(item, INTERFACE_FIELDS));
  const used = new Set(interfaces.map(({ name }) => textOf(name)));
  const namesWhere = (test: (item: Fields) => boolean): string[] =>
    plugged.filter(test).map(({ name }) => textOf(name));
  return {
    interfaces,
    networks: ownNetworks
      .filter(({ name }) => used.has(textOf(name)))
      .map((item) => pick(item, ['name', 'pod', 'multus'])),
    hasNone: own.length > 0 && interfaces.length === 0,
    notes: [
      ...noteIfAny(
        'sriov',
        namesWhere((item) => !isCopied(item)),
      ),
      ...noteIfAny(
        'macAddresses',
        namesWhere((item) => isCopied(item) && item.macAddress !== undefined),
      ),
    ],
  };
};
