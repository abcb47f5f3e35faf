import { MADE_FROM_LABEL, MADE_FROM_NAMESPACE_LABEL } from '../annotation/constants';
import type { VirtualMachine } from './resources';

/** Where a VM is known to come from, if its annotation came from there without the ConfigMap. */
export type VmOrigin =
  { from: 'clone' } | { from: 'restore' } | { from: 'template'; template: string; namespace: string };

/** KubeVirt writes the name and uid of the restore here, into each VM that it restores. */
const LAST_RESTORE = 'restore.kubevirt.io/lastRestoreUID';
/** A clone is the restore of a snapshot that is made for it. Users' restores can hardly have such a name. */
const RESTORE_OF_CLONE = /^tmp-restore-[\da-f]{8}-/;

/** Restores and clones stay in their namespace; what is made from a template may be in another. */
export const originOf = ({ kind, metadata }: VirtualMachine): VmOrigin | undefined => {
  if (kind !== 'VirtualMachine') {
    return undefined;
  }
  const { labels = {}, annotations = {} } = metadata;
  const { [MADE_FROM_LABEL]: template, [MADE_FROM_NAMESPACE_LABEL]: namespace } = labels;
  if (template !== undefined && namespace !== undefined && namespace !== metadata.namespace) {
    return { from: 'template', template, namespace };
  }
  const restore = annotations[LAST_RESTORE];
  return restore === undefined ? undefined : { from: RESTORE_OF_CLONE.test(restore) ? 'clone' : 'restore' };
};
