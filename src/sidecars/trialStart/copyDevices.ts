import type { CopyNote } from './copyNote';
import { noteIfAny } from './copyNote';
import { copyNetworks } from './copyNetworks';
import { copyStorage } from './copyStorage';
import { fieldsOf, ifAny, listOf, pick, textOf, without, type Fields } from './fields';

/** Devices without a counterpart outside of the pod. */
const DEVICE_FIELDS = [
  'useVirtioTransitional',
  'disableHotplug',
  'watchdog',
  'inputs',
  'autoattachPodInterface',
  'autoattachGraphicsDevice',
  'autoattachSerialConsole',
  'logSerialConsole',
  'autoattachMemBalloon',
  'autoattachInputDevice',
  'autoattachVSOCK',
  'rng',
  'blockMultiQueue',
  'networkInterfaceMultiqueue',
  'clientPassthrough',
  'sound',
  'video',
  'panicDevices',
  'downwardMetrics',
];

/** Fields that the notes name, or that need none. */
const KNOWN_FIELDS = [
  ...DEVICE_FIELDS,
  ...['disks', 'interfaces', 'filesystems', 'hostDevices', 'gpus', 'tpm'],
];

const hostDeviceNames = (devices: Fields): string[] =>
  [...listOf(devices.hostDevices), ...listOf(devices.gpus)].map(({ name }) => textOf(name));

/** The devices of a copy, with the volumes and networks that belong to them. */
export const copyDevices = (
  spec: Fields,
): { devices: Fields; volumes: Fields; networks: Fields; notes: CopyNote[] } => {
  const own = fieldsOf(fieldsOf(spec.domain).devices);
  const storage = copyStorage(spec, own);
  const network = copyNetworks(spec, own);
  const tpm = fieldsOf(own.tpm);
  const others = Object.keys(own).filter((name) => !KNOWN_FIELDS.includes(name));
  return {
    devices: {
      ...pick(own, DEVICE_FIELDS),
      ...ifAny('disks', storage.disks),
      ...ifAny('interfaces', network.interfaces),
      // Otherwise KubeVirt adds an interface that the VM does not have.
      ...(network.hasNone ? { autoattachPodInterface: false } : {}),
      ...(own.tpm === undefined ? {} : { tpm: without(tpm, 'persistent') }),
    },
    volumes: ifAny('volumes', storage.volumes),
    networks: ifAny('networks', network.networks),
    notes: [
      ...storage.notes,
      ...network.notes,
      ...noteIfAny('hostDevices', hostDeviceNames(own)),
      ...noteIfAny('persistentState', tpm.persistent === true ? ['tpm'] : []),
      ...noteIfAny('otherFields', others),
    ],
  };
};
