import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { copyAnnotations } from './copyAnnotations';
import { copyDevices } from './copyDevices';
import type { CopyNote, CopyNoteCode } from './copyNote';
import { noteIfAny } from './copyNote';
import { copyResources } from './copyResources';
import { fieldsOf, ifAny, pick, without, type Fields } from './fields';

/** Without it, KubeVirt ends a failed launcher pod, and the record in its log with it. */
const KEEP_ALIVE = 'kubevirt.io/keep-launcher-alive-after-failure';

const DOMAIN_FIELDS = [
  'machine',
  'clock',
  'features',
  'chassis',
  'ioThreadsPolicy',
  'ioThreads',
  'rebootPolicy',
];
const FIRMWARE_FIELDS = ['serial', 'kernelBoot', 'acpi'];
const SPEC_FIELDS = ['nodeSelector', 'tolerations', 'architecture', 'schedulerName'];

/** Fields of the specification that a note tells of. */
const NOTED: readonly (readonly [CopyNoteCode, readonly string[]])[] = [
  ['hostName', ['hostname', 'subdomain']],
  ['hostDevices', ['resourceClaims']],
  ['accessCredentials', ['accessCredentials']],
  ['probes', ['livenessProbe', 'readinessProbe']],
  ['affinity', ['affinity', 'topologySpreadConstraints', 'priorityClassName']],
];
/** Fields that change nothing in a domain. */
const UNNOTED = ['domain', 'volumes', 'networks', 'terminationGracePeriodSeconds', 'evictionStrategy'].concat(
  ['startStrategy', 'dnsPolicy', 'dnsConfig'],
);

export interface CopyIdentity {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** That of the VM: a copy would get another one. */
  firmwareUuid: string | undefined;
  /** The text of the sidecars' annotation. */
  sidecars: string;
}

export type InstanceCopy =
  | { kind: 'copied'; instance: VirtualMachineInstance; notes: CopyNote[] }
  /** `noTemplate`: the VM cannot start. `launchSecurity`: the copy would need a node for confidential computing. */
  | { kind: 'refused'; reason: 'noTemplate' | 'launchSecurity' };

const copyFirmware = (domain: Fields, uuid: string | undefined): { fields: Fields; notes: CopyNote[] } => {
  const own = fieldsOf(domain.firmware);
  const bootloader = fieldsOf(own.bootloader);
  const efi = fieldsOf(bootloader.efi);
  const loader = {
    ...pick(bootloader, ['bios']),
    ...(bootloader.efi === undefined ? {} : { efi: without(efi, 'persistent') }),
  };
  const uuidToSet = own.uuid ?? uuid;
  return {
    fields: {
      ...pick(own, FIRMWARE_FIELDS),
      ...ifAny('bootloader', loader),
      ...(uuidToSet === undefined ? {} : { uuid: uuidToSet }),
    },
    notes: noteIfAny('persistentState', efi.persistent === true ? ['efi'] : []),
  };
};

const specNotes = (spec: Fields, domain: Fields): CopyNote[] => {
  const noted = NOTED.flatMap(([, names]) => names);
  const knownDomain = [
    ...DOMAIN_FIELDS,
    'cpu',
    'memory',
    'resources',
    'firmware',
    'devices',
    'launchSecurity',
  ];
  const others = [
    ...Object.keys(spec).filter((name) => ![...noted, ...UNNOTED, ...SPEC_FIELDS].includes(name)),
    ...Object.keys(domain).filter((name) => !knownDomain.includes(name)),
  ];
  return [
    ...NOTED.flatMap(([code, names]) =>
      noteIfAny(
        code,
        names.filter((name) => spec[name] !== undefined),
      ),
    ),
    ...noteIfAny('otherFields', others),
  ];
};

const mergeNotes = (notes: readonly CopyNote[]): CopyNote[] =>
  [...new Set(notes.map(({ code }) => code))].map((code) => ({
    code,
    names: notes.filter((note) => note.code === code).flatMap(({ names }) => names),
  }));

/**
 * An instance that starts paused and is as similar to the VM's next one as a copy may be. Only known fields are copied,
 * so that nothing gets into the copy that belongs to the VM alone: its labels, addresses, data and devices.
 *
 * @param vm with the values of its instance type and preference, which an instance does not look up
 */
export const copyInstance = (vm: VirtualMachine, identity: CopyIdentity): InstanceCopy => {
  const { template } = vm.spec;
  if (template === undefined) {
    return { kind: 'refused', reason: 'noTemplate' };
  }
  const spec: Fields = template.spec;
  const domain = fieldsOf(spec.domain);
  if (domain.launchSecurity !== undefined) {
    return { kind: 'refused', reason: 'launchSecurity' };
  }
  const { annotations, notes } = copyAnnotations(template.metadata?.annotations);
  const devices = copyDevices(spec);
  const resources = copyResources(domain);
  const firmware = copyFirmware(domain, identity.firmwareUuid);
  const instance: VirtualMachineInstance = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      name: identity.name,
      namespace: identity.namespace,
      labels: identity.labels,
      annotations: {
        ...annotations,
        [KEEP_ALIVE]: 'true',
        ...identity.annotations,
        [SIDECARS_ANNOTATION]: identity.sidecars,
      },
    },
    spec: {
      ...pick(spec, SPEC_FIELDS),
      startStrategy: 'Paused',
      // A paused guest does not shut down, and a copy must not stop a node from being drained.
      terminationGracePeriodSeconds: 0,
      evictionStrategy: 'None',
      domain: {
        ...pick(domain, DOMAIN_FIELDS),
        ...resources.fields,
        ...ifAny('firmware', firmware.fields),
        devices: devices.devices,
      },
      ...devices.volumes,
      ...devices.networks,
    },
  };
  return {
    kind: 'copied',
    instance,
    notes: mergeNotes([
      ...devices.notes,
      ...resources.notes,
      ...firmware.notes,
      ...specNotes(spec, domain),
      ...notes,
    ]),
  };
};
