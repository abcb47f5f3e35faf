import type { VirtualMachineInstance, Volume } from '../../../../src/sidecars/objects/resources';
import { at, record, records, string } from '../untyped';
import { element, type XmlElement } from './xmlTree';

const VIRTIO = 'virtio-non-transitional';
const PRIVATE_DIR = '/var/run/kubevirt-private';

const diskFile = (
  vmi: VirtualMachineInstance,
  volume: Volume,
): { file: string; type: string; cache?: string } => {
  if (volume.containerDisk !== undefined) {
    return {
      file: `/var/run/kubevirt-ephemeral-disks/disk-data/${volume.name}/disk.qcow2`,
      type: 'qcow2',
      cache: 'none',
    };
  }
  if (volume.cloudInitNoCloud !== undefined || volume.cloudInitConfigDrive !== undefined) {
    const iso = volume.cloudInitNoCloud === undefined ? 'configdrive.iso' : 'noCloud.iso';
    const dir = '/var/run/kubevirt-ephemeral-disks/cloud-init-data';
    return { file: `${dir}/${vmi.metadata.namespace ?? 'default'}/${vmi.metadata.name}/${iso}`, type: 'raw' };
  }
  if (volume.configMap !== undefined) {
    return { file: `${PRIVATE_DIR}/config-map-disks/${volume.name}.iso`, type: 'raw' };
  }
  if (volume.secret !== undefined) {
    return { file: `${PRIVATE_DIR}/secret-disks/${volume.name}.iso`, type: 'raw' };
  }
  if (volume.emptyDisk !== undefined) {
    return { file: `/var/run/libvirt/empty-disks/${volume.name}.qcow2`, type: 'qcow2', cache: 'none' };
  }
  return { file: `${PRIVATE_DIR}/vmi-disks/${volume.name}/disk.img`, type: 'raw', cache: 'none' };
};

const letters = (index: number): string =>
  (index >= 26 ? String.fromCharCode(96 + Math.floor(index / 26)) : '') +
  String.fromCharCode(97 + (index % 26));

/** The disks of an instance; KubeVirt adds a disk for each volume without one. */
const disks = (vmi: VirtualMachineInstance): XmlElement[] => {
  const volumes = vmi.spec.volumes ?? [];
  const listed = records(vmi.spec.domain.devices.disks);
  const filesystems = records(vmi.spec.domain.devices.filesystems).map((item) => item.name);
  const unlisted = volumes
    .filter(({ name }) => !listed.some((disk) => disk.name === name) && !filesystems.includes(name))
    .map(({ name }) => ({ name, disk: { bus: 'sata' } }));
  const used = new Map<string, number>();
  return [...listed, ...unlisted].flatMap((disk) => {
    const name = string(disk.name) ?? '';
    const volume = volumes.find((candidate) => candidate.name === name);
    if (volume === undefined) {
      return [];
    }
    const device = 'cdrom' in disk ? 'cdrom' : 'lun' in disk ? 'lun' : 'disk';
    const bus =
      string(record((disk as Record<string, unknown>)[device]).bus) ??
      (device === 'disk' ? 'virtio' : 'sata');
    const prefix = bus === 'virtio' ? 'vd' : 'sd';
    const index = used.get(prefix) ?? 0;
    used.set(prefix, index + 1);
    const { file, type, cache } = diskFile(vmi, volume);
    const order = at(disk, 'bootOrder');
    return [
      element('disk', { device, type: 'file', model: bus === 'virtio' ? VIRTIO : undefined }, [
        element('source', { file }),
        element('target', {
          bus,
          dev: `${prefix}${letters(index)}`,
          tray: device === 'cdrom' ? 'closed' : undefined,
        }),
        typeof at(disk, 'serial') === 'string'
          ? element('serial', {}, [String(at(disk, 'serial'))])
          : undefined,
        element('driver', {
          cache,
          error_policy: 'stop',
          name: 'qemu',
          type,
          discard: device === 'disk' ? 'unmap' : undefined,
        }),
        device === 'cdrom' ? element('readonly') : undefined,
        element('alias', { name: `ua-${name}` }),
        volume.containerDisk !== undefined
          ? element('backingStore', { type: 'file' }, [
              element('format', { type: 'qcow2' }),
              element('source', { file: `/var/run/kubevirt/container-disks/disk_${index}.img` }),
            ])
          : undefined,
        typeof order === 'number' ? element('boot', { order: String(order) }) : undefined,
      ]),
    ];
  });
};

/** A MAC address that depends only on the instance and the interface, because KubeVirt does not change it. */
const stableMac = (seed: string): string => {
  let hash = 2166136261;
  for (const character of seed) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  }
  const hex = hash.toString(16).padStart(8, '0');
  return `02:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6, 8)}:${(hash % 251).toString(16).padStart(2, '0')}`;
};

export const interfaces = (vmi: VirtualMachineInstance): XmlElement[] => {
  const listed = records(vmi.spec.domain.devices.interfaces);
  const all =
    listed.length > 0
      ? listed
      : vmi.spec.domain.devices.autoattachPodInterface === false
        ? []
        : [{ name: 'default' }];
  return all.map((item, index) => {
    const name = string(item.name) ?? `net${index}`;
    const model = string(at(item, 'model')) ?? 'virtio';
    return element('interface', { type: 'ethernet' }, [
      element('source'),
      element('target', { dev: `tap${index}`, managed: 'no' }),
      element('model', { type: model === 'virtio' ? VIRTIO : model }),
      element('mac', {
        address: string(at(item, 'macAddress')) ?? stableMac(`${vmi.metadata.uid ?? ''}/${name}`),
      }),
      element('mtu', { size: '1400' }),
      element('alias', { name: `ua-${name}` }),
      element('rom', { enabled: 'no' }),
    ]);
  });
};

/** All devices except disks and interfaces, which depend on the instance's spec. */
export const fixedDevices = (vmi: VirtualMachineInstance): XmlElement[] => {
  const { devices } = vmi.spec.domain;
  const dir = `${PRIVATE_DIR}/${vmi.metadata.uid ?? ''}`;
  const graphics = devices.autoattachGraphicsDevice !== false;
  return [
    element('channel', { type: 'unix' }, [
      element('target', { name: 'org.qemu.guest_agent.0', type: 'virtio' }),
    ]),
    element('controller', { type: 'usb', index: '0', model: 'none' }),
    element('controller', { type: 'scsi', index: '0', model: VIRTIO }),
    element('controller', { type: 'virtio-serial', index: '0', model: VIRTIO }),
    ...(graphics
      ? [
          element('video', {}, [element('model', { type: 'vga', heads: '1', vram: '16384' })]),
          element('graphics', { type: 'vnc' }, [
            element('listen', { type: 'socket', socket: `${dir}/virt-vnc` }),
          ]),
        ]
      : []),
    element('memballoon', { model: VIRTIO, freePageReporting: 'on' }, [element('stats', { period: '10' })]),
    ...disks(vmi),
    ...records(devices.inputs).map((input) =>
      element(
        'input',
        {
          type: string(input.type),
          bus: string(input.bus),
          model: input.bus === 'virtio' ? VIRTIO : undefined,
        },
        [element('alias', { name: `ua-${string(input.name) ?? 'input'}` })],
      ),
    ),
    ...(devices.autoattachSerialConsole === false
      ? []
      : [
          element('serial', { type: 'unix' }, [
            element('target', { port: '0' }),
            element('source', { mode: 'bind', path: `${dir}/virt-serial0` }),
            element('log', { file: `${dir}/virt-serial0-log`, append: 'on' }),
          ]),
          element('console', { type: 'pty' }, [element('target', { type: 'serial', port: '0' })]),
        ]),
    ...('rng' in devices
      ? [element('rng', { model: VIRTIO }, [element('backend', { model: 'random' }, ['/dev/urandom'])])]
      : []),
  ];
};
