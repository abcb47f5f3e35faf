import type { VirtualMachine } from '../../objects/resources';

/** The VM with a second disk, on the bus that all disk recipes can change. */
export const recipeVm = <Vm extends object>(vm: Vm): Vm => {
  const template = (vm as Partial<VirtualMachine>).spec?.template;
  const disks = template?.spec.domain.devices.disks as object[] | undefined;
  disks?.push({ name: 'data', disk: { bus: 'scsi' } });
  template?.spec.volumes?.push({ name: 'data', emptyDisk: { capacity: '64Mi' } });
  return vm;
};
