import type { CopyNote } from './copyNote';
import { noteIfAny } from './copyNote';
import { fieldsOf, listOf, pick, textOf, type Fields } from './fields';

/** Sources that are copied: their content is part of what the hooks or libvirt get, and starting changes nothing in them. */
const COPIED_SOURCES = [
  'cloudInitNoCloud',
  'cloudInitConfigDrive',
  'configMap',
  'secret',
  'sysprep',
  'serviceAccount',
  'downwardAPI',
  'downwardMetrics',
  'emptyDisk',
] as const;

/** Sources of real data, in place of which the copy has an empty disk. */
const REPLACED_SOURCES = [
  'persistentVolumeClaim',
  'dataVolume',
  'containerDisk',
  'hostDisk',
  'ephemeral',
] as const;

const SECRET_SOURCES = ['secret', 'sysprep', 'serviceAccount', 'cloudInitNoCloud', 'cloudInitConfigDrive'];

/** A sparse file of this size; the size is not in the domain XML. */
const EMPTY_DISK: Fields = { emptyDisk: { capacity: '16Mi' } };

/** `reservation`, `shareable` and options of real storage are not among them. */
const DISK_FIELDS = [
  'name',
  'disk',
  'cdrom',
  'bootOrder',
  'cache',
  'io',
  'serial',
  'dedicatedIOThread',
  'blockSize',
  'errorPolicy',
  'tag',
];

const isHotplugged = (volume: Fields): boolean =>
  REPLACED_SOURCES.some((source) => fieldsOf(volume[source]).hotpluggable === true);

const sourceOf = (volume: Fields, sources: readonly string[]): string | undefined =>
  sources.find((source) => volume[source] !== undefined);

const copyVolume = (volume: Fields): Fields | undefined => {
  const name = textOf(volume.name);
  const copied = sourceOf(volume, COPIED_SOURCES);
  if (copied !== undefined) {
    return { name, [copied]: volume[copied] };
  }
  return sourceOf(volume, REPLACED_SOURCES) === undefined || isHotplugged(volume)
    ? undefined
    : { name, ...EMPTY_DISK };
};

const copyDisk = (disk: Fields): Fields =>
  disk.lun === undefined
    ? pick(disk, DISK_FIELDS)
    : // KubeVirt refuses an empty disk as a LUN.
      { ...pick(disk, DISK_FIELDS), disk: pick(fieldsOf(disk.lun), ['bus', 'readonly']) };

const namesOf = (list: readonly Fields[]): string[] => list.map(({ name }) => textOf(name));

/**
 * The disks and volumes of a copy: each volume has one disk and the other way around, as KubeVirt requires. KubeVirt
 * itself adds a disk for a volume without one.
 */
export const copyStorage = (
  spec: Fields,
  devices: Fields,
): { disks: Fields[]; volumes: Fields[]; notes: CopyNote[] } => {
  const shared = new Set(namesOf(listOf(devices.filesystems)));
  const own = listOf(spec.volumes).filter(({ name }) => !shared.has(textOf(name)));
  const volumes = own.map(copyVolume).filter((volume) => volume !== undefined);
  const copied = new Set(namesOf(volumes));
  const ownDisks = listOf(devices.disks);
  const kept = ownDisks.filter(({ name }) => copied.has(textOf(name)));
  const withDisk = new Set(namesOf(kept));
  const added = [...copied].filter((name) => !withDisk.has(name)).map((name) => ({ name, disk: {} }));
  const replaced = volumes.filter(({ name, emptyDisk }) =>
    own.some((volume) => volume.name === name && emptyDisk !== undefined && volume.emptyDisk === undefined),
  );
  return {
    disks: [...kept.map(copyDisk), ...added],
    volumes,
    notes: [
      ...noteIfAny('emptyDisks', namesOf(replaced)),
      ...noteIfAny('lunsAsDisks', namesOf(kept.filter(({ lun }) => lun !== undefined))),
      ...noteIfAny('shareable', namesOf(kept.filter(({ shareable }) => shareable === true))),
      ...noteIfAny('missingDisks', [
        ...new Set([
          ...namesOf(own.filter((volume) => copyVolume(volume) === undefined)),
          ...namesOf(ownDisks.filter(({ name }) => !copied.has(textOf(name)))),
        ]),
      ]),
      ...noteIfAny('filesystems', [...shared]),
      ...noteIfAny(
        'secretsMounted',
        namesOf(volumes.filter((volume) => sourceOf(volume, SECRET_SOURCES) !== undefined)),
      ),
    ],
  };
};
