import { childNamed, type XmlElement } from '../domainSpec/xmlElement';
import { isAtLeast } from '../featureGate/kubevirtVersion';

/** A value that a script has set: the text of an element, or an attribute after `@`. */
export interface SetValue {
  /** `domain/devices/disk/driver/@cache` */
  place: string;
  value: string;
  /** The element that has it, and the one above. */
  element: XmlElement;
  parent: XmlElement | undefined;
  domain: XmlElement;
}

interface NativeField {
  place: RegExp;
  field: string;
  /** The release of KubeVirt 1 that has it; all that have hook scripts in ConfigMaps if it is missing. */
  since?: number;
  holds?: (set: SetValue) => boolean;
}

const DOMAIN = 'spec.template.spec.domain.';
const DISK = `${DOMAIN}devices.disks[].`;
const INTERFACE = `${DOMAIN}devices.interfaces[].`;

const attributeIs =
  (name: string, ...values: string[]) =>
  ({ element }: SetValue): boolean =>
    values.includes(element.attributes.get(name) ?? '');

const valueIs =
  (...values: string[]) =>
  ({ value }: SetValue): boolean =>
    values.includes(value);

/** KubeVirt gives each vCPU a queue, not any other number. */
const isNumberOfCpus = ({ value, domain }: SetValue): boolean =>
  childNamed(domain, 'vcpu')?.text.trim() === value;

const hasHugepages = ({ parent }: SetValue): boolean =>
  parent !== undefined && childNamed(parent, 'hugepages') !== undefined;

/** What hook scripts have been seen to do although an API field does the same. */
export const NATIVE_FIELDS: readonly NativeField[] = [
  {
    place: /^domain\/sysinfo\/chassis\/entry$/,
    field: `${DOMAIN}chassis`,
    holds: attributeIs('name', 'manufacturer', 'version', 'serial', 'asset', 'sku'),
  },
  {
    place: /^domain\/sysinfo\/system\/entry$/,
    field: `${DOMAIN}firmware.serial`,
    holds: attributeIs('name', 'serial'),
  },
  {
    place: /^domain\/sysinfo\/system\/entry$/,
    field: `${DOMAIN}firmware.uuid`,
    holds: attributeIs('name', 'uuid'),
  },
  { place: /^domain\/features\/kvm\/hidden\//, field: `${DOMAIN}features.kvm.hidden` },
  { place: /^domain\/features\/hyperv\/vendor_id\//, field: `${DOMAIN}features.hyperv.vendorid` },
  { place: /^domain\/features\/hyperv\/(?!vendor_id)/, field: `${DOMAIN}features.hyperv` },
  { place: /^domain\/devices\/video\/model\/@type$/, field: `${DOMAIN}devices.video.type`, since: 6 },
  {
    place: /^domain\/devices\/interface\/driver\/@queues$/,
    field: `${DOMAIN}devices.networkInterfaceMultiqueue`,
    holds: isNumberOfCpus,
  },
  {
    place: /^domain\/devices\/disk\/driver\/@queues$/,
    field: `${DOMAIN}devices.blockMultiQueue`,
    holds: isNumberOfCpus,
  },
  { place: /^domain\/devices\/disk\/blockio\/@(logical|physical)_block_size$/, field: `${DISK}blockSize` },
  {
    place: /^domain\/devices\/disk\/driver\/@cache$/,
    field: `${DISK}cache`,
    holds: valueIs('none', 'writethrough', 'writeback'),
  },
  { place: /^domain\/devices\/disk\/driver\/@io$/, field: `${DISK}io`, holds: valueIs('native', 'threads') },
  { place: /^domain\/devices\/disk\/serial$/, field: `${DISK}serial` },
  { place: /^domain\/devices\/disk\/boot\/@order$/, field: `${DISK}bootOrder` },
  { place: /^domain\/devices\/interface\/boot\/@order$/, field: `${INTERFACE}bootOrder` },
  {
    place: /^domain\/devices\/interface\/link\/@state$/,
    field: `${INTERFACE}state`,
    since: 5,
    holds: valueIs('up', 'down'),
  },
  {
    place: /^domain\/memoryBacking\/source\/@type$/,
    field: `${DOMAIN}memory.hugepages`,
    holds: (set) => set.value === 'memfd' && hasHugepages(set),
  },
  { place: /^domain\/memoryBacking\/hugepages$/, field: `${DOMAIN}memory.hugepages` },
  {
    place: /^domain\/devices\/controller\/pcihole64$/,
    field: 'kubevirt.io/disablePCIHole64: "true"',
    since: 6,
    holds: valueIs('0'),
  },
  { place: /^domain\/cputune\/vcpupin\//, field: `${DOMAIN}cpu.dedicatedCpuPlacement` },
  { place: /^domain\/cpu\/numa\/|^domain\/numatune\//, field: `${DOMAIN}cpu.numa` },
  { place: /^domain\/devices\/tpm\/@model$/, field: `${DOMAIN}devices.tpm` },
  { place: /^domain\/clock\//, field: `${DOMAIN}clock` },
  {
    place: /^domain\/devices\/watchdog\/@model$/,
    field: `${DOMAIN}devices.watchdog`,
    holds: valueIs('i6300esb'),
  },
  { place: /^domain\/devices\/sound\/@model$/, field: `${DOMAIN}devices.sound`, holds: valueIs('ich9') },
  { place: /^domain\/devices\/panic\/@model$/, field: `${DOMAIN}devices.panicDevices`, since: 6 },
  {
    place: /^domain\/os\/bootmenu\/@enable$/,
    field: 'spec.template.spec.startStrategy: Paused',
    holds: valueIs('yes'),
  },
  {
    place: /^domain\/devices\/hostdev\/@type$/,
    field: 'KubeVirt: spec.configuration.permittedHostDevices.usb',
    holds: valueIs('usb'),
  },
];

/** The field that does what setting this value does, on this KubeVirt; undefined if there is none, or if it is not known. */
export const nativeFieldFor = (set: SetValue, kubevirtVersion: string | undefined): string | undefined =>
  NATIVE_FIELDS.find(
    ({ place, since, holds }) =>
      place.test(set.place) &&
      (since === undefined || isAtLeast(kubevirtVersion, 1, since) === true) &&
      (holds === undefined || holds(set)),
  )?.field;
