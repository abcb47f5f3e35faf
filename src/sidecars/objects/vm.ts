import { parseSidecars, sidecarsIn } from '../annotation/annotation';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { Condition, VirtualMachine, VirtualMachineInstance, Volume } from './resources';
import type { Sidecar } from '../annotation/sidecar';

/** The sidecars annotation of the VM's template, for its next instance. */
export const templateAnnotation = (vm: {
  spec: Pick<VirtualMachine['spec'], 'template'>;
}): string | undefined => vm.spec.template?.metadata?.annotations?.[SIDECARS_ANNOTATION];

/** The sidecars of the VM's template; none if its annotation cannot be read. */
export const sidecarsOfVm = (vm: VirtualMachine): readonly Sidecar[] =>
  sidecarsIn(parseSidecars(templateAnnotation(vm)));

/** The sidecars annotation that the running instance was started with. */
export const instanceAnnotation = (vmi: VirtualMachineInstance): string | undefined =>
  vmi.metadata.annotations?.[SIDECARS_ANNOTATION];

/** The annotation of the VM itself, which KubeVirt ignores. */
export const misplacedAnnotation = (vm: VirtualMachine): string | undefined =>
  vm.metadata.annotations?.[SIDECARS_ANNOTATION];

const volumesOf = (vm: VirtualMachine): Volume[] => vm.spec.template?.spec.volumes ?? [];

/** Whether the VM has cloud-init data for preCloudInitIso; without it virt-launcher crashes in that hook. */
export const hasCloudInitVolume = (vm: VirtualMachine): boolean =>
  volumesOf(vm).some(
    (volume) => volume.cloudInitNoCloud !== undefined || volume.cloudInitConfigDrive !== undefined,
  );

export const volumeNames = (vm: VirtualMachine): string[] => volumesOf(vm).map((volume) => volume.name);

/** The ConfigMaps of the VM's volumes, except optional ones. */
export const volumeConfigMaps = (vm: VirtualMachine): string[] =>
  volumesOf(vm).flatMap(({ configMap }) =>
    configMap === undefined || configMap.optional === true ? [] : [configMap.name],
  );

/** KubeVirt's status of the VM, or a derived one before KubeVirt has written it. */
export const vmStatus = (vm: VirtualMachine): string => {
  const { printableStatus, created, ready } = vm.status ?? {};
  if (printableStatus !== undefined && printableStatus !== '') {
    return printableStatus;
  }
  if (vm.metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  if (ready === true) {
    return 'Running';
  }
  return created === true ? 'Starting' : 'Stopped';
};

/** Whether this condition says that KubeVirt could not make the instance as it should be. */
export const isUnsynchronized = ({ type, status }: Condition): boolean =>
  type === 'Synchronized' && status === 'False';

/** Whether an instance in this phase will get a domain but has none yet. */
export const isStartingPhase = (phase = ''): boolean =>
  ['', 'Pending', 'Scheduling', 'Scheduled'].includes(phase);

/** Statuses in which the VM has an instance with a running domain. */
const RUNNING_STATUSES: readonly string[] = ['Running', 'Paused', 'Migrating'];

export const isRunning = (vm: VirtualMachine): boolean => RUNNING_STATUSES.includes(vmStatus(vm));
