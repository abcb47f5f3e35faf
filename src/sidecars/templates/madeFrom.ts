import { holderKind } from '../objects/holder';
import type { KubernetesObject, VirtualMachine } from '../objects/resources';
import { isMemberOf } from '../pools/members';
import { SHARED_NAMESPACE } from './sharedTemplate';

const TEMPLATE = 'vm.kubevirt.io/template';
const TEMPLATE_NAMESPACE = 'vm.kubevirt.io/template.namespace';

/**
 * Whether the labels name the template. Only the console writes both; templates that name themselves in their VM's
 * labels leave out the namespace.
 */
const isNamed = (
  { metadata: { name, namespace } }: KubernetesObject,
  { metadata }: VirtualMachine,
): boolean => {
  const { [TEMPLATE]: template, [TEMPLATE_NAMESPACE]: from } = metadata.labels ?? {};
  return (
    template === name &&
    (from === undefined
      ? namespace === metadata.namespace || namespace === SHARED_NAMESPACE
      : from === namespace)
  );
};

/**
 * Whether the VM is known to be made from the template or pool. Processing a VirtualMachineTemplate leaves nothing on
 * the VM; the console's wizard labels VMs of both kinds of templates alike. So VMs that were made by other means may
 * be missing.
 */
export const isMadeFrom = (object: KubernetesObject, vm: VirtualMachine): boolean => {
  switch (holderKind(object)) {
    case 'Template':
    case 'VirtualMachineTemplate':
      return isNamed(object, vm);
    case 'VirtualMachinePool':
      return isMemberOf(object, vm);
    default:
      return false;
  }
};

/** Names and uids, at least one of which any object has that the VM is made from: a key for lookups in long lists. */
export const possibleOrigins = ({
  metadata: { labels = {}, ownerReferences = [] },
}: VirtualMachine): string[] => [
  ...(labels[TEMPLATE] === undefined ? [] : [labels[TEMPLATE]]),
  ...ownerReferences.map(({ uid }) => uid),
];
