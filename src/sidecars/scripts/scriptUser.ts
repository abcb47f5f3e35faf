import { asVm, holderKind, instanceOwner, type HolderKind } from '../objects/holder';
import type { KubernetesObject, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import { sourceOf, vmsOfHolder } from '../objects/templateVm';
import { isRunning } from '../objects/vm';
import { broughtConfigMaps } from '../templates/templateContext';

/** A VM, an instance or what they are made from, that uses a ConfigMap. */
export interface ScriptUser {
  object: KubernetesObject;
  /** Undefined for what cannot run itself. */
  running: boolean | undefined;
}

const CAN_RUN: readonly HolderKind[] = ['VirtualMachine', 'VirtualMachineInstance'];

export const runningOf = (vm: VirtualMachine): ScriptUser['running'] =>
  CAN_RUN.includes(holderKind(vm)) ? isRunning(vm) : undefined;

/** Adds the VM, unless it is in the same template as the last one. */
export const addUser = (users: ScriptUser[], vm: VirtualMachine): void => {
  const { object } = sourceOf(vm);
  if (users.at(-1)?.object !== object) {
    users.push({ object, running: runningOf(vm) });
  }
};

/** Whether it is not known if the ConfigMap is needed: VMs can be made from OpenShift's templates in any namespace. */
export const isOnlyPossible = ({ object }: ScriptUser): boolean => holderKind(object) === 'Template';

/** Whether a VM that names this ConfigMap needs the existing one. A template may bring its own. */
export const needsExisting = (vm: VirtualMachine, configMap: string): boolean =>
  !broughtConfigMaps(sourceOf(vm).object).has(configMap);

/** An instance that neither a VM nor a replica set would make again. */
const isBare = (instance: VirtualMachineInstance): boolean => instanceOwner(instance) === undefined;

export interface PossibleUsers {
  vms: readonly VirtualMachine[];
  instances: readonly VirtualMachineInstance[];
  /** Replica sets, templates and pools. */
  makers: readonly KubernetesObject[];
}

/** All that can use ConfigMaps, in the shape of VMs. Instances of VMs and of replica sets count as these. */
export const possibleUsers = ({ vms, instances, makers }: PossibleUsers): VirtualMachine[] => [
  ...vms,
  ...instances.filter(isBare).map(asVm),
  ...makers.flatMap(vmsOfHolder),
];
