import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { Store, StoredObject } from '../../contract';
import { CONTROLLER_REVISIONS } from '../controllerRevisions';
import { at, record, string } from '../untyped';

/** The two kinds of objects that can be part of a VM's configuration. */
export const ROLES = ['instancetype', 'preference'] as const;
export type Role = (typeof ROLES)[number];

const PLURALS: Record<Role, { cluster: string; namespaced: string }> = {
  instancetype: {
    cluster: 'virtualmachineclusterinstancetypes',
    namespaced: 'virtualmachineinstancetypes',
  },
  preference: { cluster: 'virtualmachineclusterpreferences', namespaced: 'virtualmachinepreferences' },
};

/** The default kind. */
export const defaultKind = (role: Role): string => PLURALS[role].cluster.replace(/s$/, '');

export interface Matcher {
  role: Role;
  name: string;
  kind: string;
  isCluster: boolean;
  plural: string;
}

/** A VM's reference to its instance type or preference. */
export const matcherOf = (vm: Pick<VirtualMachine, 'spec'>, role: Role): Matcher | undefined => {
  const name = string(at(vm.spec, role, 'name'));
  if (name === undefined) {
    return undefined;
  }
  const kind = string(at(vm.spec, role, 'kind')) ?? defaultKind(role);
  const { cluster, namespaced } = PLURALS[role];
  const isCluster = kind.toLowerCase().startsWith('virtualmachinecluster');
  return { role, name, kind, isCluster, plural: isCluster ? cluster : namespaced };
};

/** The current version of the object that a VM refers to. */
export const matched = (
  store: Store,
  { plural, isCluster, name }: Matcher,
  namespace: string | undefined,
): StoredObject | undefined => store.get(plural, isCluster ? undefined : namespace, name);

const pinnedRevision = (vm: VirtualMachine, { role, name }: Matcher): string | undefined => {
  const written = string(at(vm.spec, role, 'revisionName'));
  const reference = record(at(vm.status, `${role}Ref`));
  return (
    written ?? (reference.name === name ? string(at(reference, 'controllerRevisionRef', 'name')) : undefined)
  );
};

/**
 * The spec of the object that a VM refers to: the stored version if the VM has one, otherwise the current one. Undefined if
 * there is none.
 */
export const matchedSpec = (
  store: Store,
  vm: VirtualMachine,
  matcher: Matcher,
): Record<string, unknown> | undefined => {
  const revision = pinnedRevision(vm, matcher);
  const { namespace } = vm.metadata;
  const object =
    revision === undefined
      ? matched(store, matcher, namespace)
      : store.get(CONTROLLER_REVISIONS, namespace, revision)?.data;
  return object === undefined ? undefined : record(record(object).spec);
};

export const missing = ({ role, plural, name }: Matcher): string =>
  `Failure to find ${role}: ${plural}.instancetype.kubevirt.io "${name}" not found`;
