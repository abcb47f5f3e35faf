import { holderKind } from './holder';
import type { KubernetesObject, VirtualMachine } from './resources';
import { nameInTemplate, sourceOf, vmsOfHolder } from './templateVm';

/** What a new script is to be attached to. */
export interface AttachTarget {
  /** The VM, or what has it: of its metadata only the name and the namespace. */
  object: KubernetesObject;
  /** Which VM of an OpenShift template, which may have several. */
  vmName: string | undefined;
}

export const targetOf = (vm: VirtualMachine): AttachTarget => {
  const { object } = sourceOf(vm);
  return { object, vmName: holderKind(object) === 'Template' ? nameInTemplate(vm) : undefined };
};

/** The VM to attach to in the object as it is now; undefined if the object does not have it. */
export const vmOfTarget = ({ vmName }: AttachTarget, now: KubernetesObject): VirtualMachine | undefined =>
  vmsOfHolder(now).find((vm) => vmName === undefined || nameInTemplate(vm) === vmName);

/** The name of the VM; undefined for templates, pools and replica sets. */
export const targetVmName = (target: AttachTarget | undefined): string | undefined =>
  target !== undefined && holderKind(target.object) === 'VirtualMachine'
    ? target.object.metadata.name
    : undefined;
