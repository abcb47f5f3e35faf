import type { VirtualMachine } from '../objects/resources';
import type { NamedDevice } from './parameter';

const FIELDS: Readonly<Record<NamedDevice, readonly string[]>> = {
  disk: ['disks'],
  interface: ['interfaces'],
  hostDevice: ['gpus', 'hostDevices'],
};

/** The names of such devices in the VMs, each once, in alphabetical order. */
export const deviceNames = (vms: readonly VirtualMachine[], of: readonly NamedDevice[]): string[] => {
  const names = vms.flatMap((vm) => {
    const devices = vm.spec.template?.spec.domain.devices ?? {};
    return of
      .flatMap((device) => FIELDS[device])
      .flatMap((field) => (Array.isArray(devices[field]) ? (devices[field] as { name?: unknown }[]) : []))
      .map(({ name }) => name);
  });
  return [...new Set(names)].filter((name) => typeof name === 'string').sort();
};
