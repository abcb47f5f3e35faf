import { holderModel } from '../../k8s/models';
import { targetOf, type AttachTarget } from '../../sidecars/objects/attachTarget';
import { holderKind } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';

/**
 * What to attach a new script to, for the workbench's address: the name of a VM; for anything else group, version and
 * kind as in the console's addresses, the name, and in an OpenShift template the VM's name in it.
 */
export const attachToText = (vm: VirtualMachine): string => {
  const { object, vmName } = targetOf(vm);
  const { name } = object.metadata;
  if (holderKind(object) === 'VirtualMachine') {
    return name;
  }
  const { apiGroup, apiVersion, kind } = holderModel(object);
  return [apiGroup, apiVersion, kind, name, ...(vmName === undefined ? [] : [vmName])].join('~');
};

/** The same from the address; a text of another form is the name of a VM. */
export const attachToOf = (text: string | null, namespace: string): AttachTarget | undefined => {
  if (text === null) {
    return undefined;
  }
  const [, group = '', version = '', kind = '', name = '', vmName] =
    /^([\w.]+)~(v\w+)~(\w+)~([^~]+)(?:~(.*))?$/.exec(text) ?? [];
  return holderKind({ kind }) === kind
    ? { object: { apiVersion: `${group}/${version}`, kind, metadata: { namespace, name } }, vmName }
    : {
        object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { namespace, name: text } },
        vmName: undefined,
      };
};
