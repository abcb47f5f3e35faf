import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { CopyNote } from './copyNote';
import { noteIfAny } from './copyNote';
import { fieldsOf } from './fields';

/** KubeVirt's own annotations, of which some change the domain XML or the number of hook calls. */
const IS_KUBEVIRT = /^(?:[a-z0-9.-]+\.)?kubevirt\.io\//;
/** Addresses belong to the VM; Red Hat's raw I/O add-on would make the copy's sidecars its own. */
const IS_FORBIDDEN = /^network\.kubevirt\.io\/|rawio|ipam|(?:mac|ip)[-_]?address/i;

const isCopied = (name: string): boolean =>
  IS_KUBEVIRT.test(name) && !IS_FORBIDDEN.test(name) && name !== SIDECARS_ANNOTATION;

/** The annotations of a VM's template that a copy gets, without that of its sidecars. */
export const copyAnnotations = (
  annotations: unknown,
): { annotations: Record<string, string>; notes: CopyNote[] } => {
  const own = Object.entries(fieldsOf(annotations)).map(([name, value]) => [name, String(value)] as const);
  return {
    annotations: Object.fromEntries(own.filter(([name]) => isCopied(name))),
    notes: noteIfAny(
      'annotations',
      own.flatMap(([name]) => (isCopied(name) || name === SIDECARS_ANNOTATION ? [] : [name])),
    ),
  };
};
