import { MADE_FROM_LABEL, MADE_FROM_NAMESPACE_LABEL } from '../annotation/constants';
import { holderKind } from '../objects/holder';
import type { KubernetesObject, VirtualMachine } from '../objects/resources';
import { isMemberOf } from '../pools/members';
import { SHARED_NAMESPACE } from './sharedTemplate';

/**
 * Whether the labels name the template. Only the console writes both; templates that name themselves in their VM's
 * labels leave out the namespace.
 */
const isNamed = (
  { metadata: { name, namespace } }: KubernetesObject,
  { metadata }: VirtualMachine,
): boolean => {
  const { [MADE_FROM_LABEL]: template, [MADE_FROM_NAMESPACE_LABEL]: from } = metadata.labels ?? {};
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
  ...(labels[MADE_FROM_LABEL] === undefined ? [] : [labels[MADE_FROM_LABEL]]),
  ...ownerReferences.map(({ uid }) => uid),
];
