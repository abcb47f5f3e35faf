import { createHash } from 'node:crypto';
import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { startsPaused } from '../startStrategy';
import { at, number, record, string } from '../untyped';
import { fixedDevices, interfaces } from './convertDevices';
import { quantity } from '../../quantity';
import { element, type XmlElement } from './xmlTree';

/** KubeVirt's default for the firmware UUID: version 5 of the instance's name. */
export const firmwareUuid = (vmi: VirtualMachineInstance): string => {
  const given = string(at(vmi.spec.domain, 'firmware', 'uuid'));
  if (given !== undefined) {
    return given;
  }
  const space = Buffer.from('6a1a24a1406146078bf4a3963d0c5895', 'hex');
  const hash = createHash('sha1').update(space).update(vmi.metadata.name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const entry = (name: string, value: string): XmlElement => element('entry', { name }, [value]);

export const memoryBytes = (vmi: VirtualMachineInstance): number =>
  quantity(at(vmi.spec.domain, 'memory', 'guest')) ??
  quantity(at(vmi.spec.domain, 'resources', 'requests', 'memory')) ??
  8 * 1024 * 1024;

interface Topology {
  sockets: number;
  /** How many there may be after hotplug. */
  maxSockets: number;
  cores: number;
  threads: number;
}

const topology = (vmi: VirtualMachineInstance): Topology => {
  const cpu = record(vmi.spec.domain.cpu);
  const requested = Math.ceil(quantity(at(vmi.spec.domain, 'resources', 'requests', 'cpu')) ?? 1);
  const explicit = 'cores' in cpu || 'sockets' in cpu || 'threads' in cpu;
  const sockets = number(cpu.sockets) ?? (explicit ? 1 : requested);
  return {
    sockets,
    maxSockets: number(cpu.maxSockets) ?? sockets,
    cores: number(cpu.cores) ?? 1,
    threads: number(cpu.threads) ?? 1,
  };
};

/** The processors of a guest; listed one by one if more may be plugged in. */
const processors = ({ sockets, maxSockets, cores, threads }: Topology): XmlElement[] => {
  const [first, all] = [sockets * cores * threads, maxSockets * cores * threads];
  return [
    element('vcpu', { placement: 'static' }, [String(all)]),
    ...(maxSockets === sockets
      ? []
      : [
          element(
            'vcpus',
            {},
            Array.from({ length: all }, (_, id) =>
              element('vcpu', {
                id: String(id),
                enabled: id < first ? 'yes' : 'no',
                hotpluggable: id < first ? 'no' : 'yes',
              }),
            ),
          ),
        ]),
  ];
};

/** The SMBIOS strings of the cluster's flavour. */
export interface Smbios {
  manufacturer: string;
  product: string;
  family: string;
  version: string;
}

/** The XML that KubeVirt's converter makes from an instance, before libvirt completes it. */
export const convertInstance = (vmi: VirtualMachineInstance, smbios: Smbios): XmlElement => {
  const uuid = firmwareUuid(vmi);
  const cpu = topology(vmi);
  const model = string(at(vmi.spec.domain, 'cpu', 'model')) ?? 'host-model';
  const passthrough = model === 'host-model' || model === 'host-passthrough';
  const serial = string(at(vmi.spec.domain, 'firmware', 'serial'));
  const efi = at(vmi.spec.domain, 'firmware', 'bootloader', 'efi') !== undefined;
  return element('domain', { type: 'kvm', 'xmlns:qemu': 'http://libvirt.org/schemas/domain/qemu/1.0' }, [
    element('name', {}, [`${vmi.metadata.namespace ?? 'default'}_${vmi.metadata.name}`]),
    element('memory', { unit: 'b' }, [String(memoryBytes(vmi))]),
    element('os', {}, [
      element('type', { arch: 'x86_64', machine: string(at(vmi.spec.domain, 'machine', 'type')) ?? 'q35' }, [
        'hvm',
      ]),
      element('smbios', { mode: 'sysinfo' }),
      ...(startsPaused(vmi) ? [element('bootmenu', { enable: 'yes', timeout: '10000' })] : []),
      ...(efi
        ? [
            element('loader', { readonly: 'yes', secure: 'no', type: 'pflash' }, [
              '/usr/share/OVMF/OVMF_CODE.fd',
            ]),
            element('nvram', { template: '/usr/share/OVMF/OVMF_VARS.fd' }, [`/tmp/${vmi.metadata.name}`]),
          ]
        : []),
    ]),
    element('sysinfo', { type: 'smbios' }, [
      element('system', {}, [
        entry('uuid', uuid),
        ...(serial === undefined ? [] : [entry('serial', serial)]),
        entry('manufacturer', smbios.manufacturer),
        entry('family', smbios.family),
        entry('product', smbios.product),
        entry('sku', smbios.version),
        entry('version', smbios.version),
      ]),
      element('bios'),
      element('baseBoard'),
      element('chassis'),
    ]),
    element('devices', {}, [...interfaces(vmi), ...fixedDevices(vmi)]),
    element('metadata', {}, [element('kubevirt', { xmlns: 'http://kubevirt.io' }, [element('uid')])]),
    element('features', {}, [
      element('acpi'),
      ...(efi ? [element('smm')] : []),
      element('vmport', { state: 'off' }),
    ]),
    element('cpu', { mode: passthrough ? model : 'custom' }, [
      ...(passthrough ? [] : [element('model', {}, [model])]),
      element('topology', {
        sockets: String(cpu.maxSockets),
        cores: String(cpu.cores),
        threads: String(cpu.threads),
      }),
    ]),
    ...processors(cpu),
  ]);
};
