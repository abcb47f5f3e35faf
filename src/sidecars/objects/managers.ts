import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { valueAt } from '../json/valueAt';
import type { KubernetesObject, ManagedFields } from './resources';

/** Whoever writes the object besides users. */
export interface Manager {
  by: 'argoCd' | 'flux' | 'helm' | 'pool' | 'owner' | 'applier';
  /** Of the application, Kustomization, release, pool, owner or field manager. */
  name: string;
  /** The kind of an owner. */
  kind?: string;
  /**
   * Whether it is certain to overwrite a change of the sidecars: it writes this annotation itself, or, as a pool, the
   * whole spec. Otherwise it may leave what its source does not mention.
   */
  reverts: boolean;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const ARGO_TRACKING = 'argocd.argoproj.io/tracking-id';
const ARGO_MANAGERS = ['argocd-controller', 'argocd-application-controller'];
const INSTANCE_LABEL = 'app.kubernetes.io/instance';
const FLUX_TOOLS = [
  { group: 'kustomize.toolkit.fluxcd.io', manager: 'kustomize-controller' },
  { group: 'helm.toolkit.fluxcd.io', manager: 'helm-controller' },
] as const;
const HELM_RELEASE = 'meta.helm.sh/release-name';
const SIDECARS_KEYS = ['spec', 'template', 'metadata', 'annotations', SIDECARS_ANNOTATION];

/** An object and the keys that lead to the annotation in it. */
interface Managed extends KubernetesObject {
  keys: readonly (string | number)[];
}

/** Whether the fields contain the annotation, or a list of which it is a part: lists have no fields of their own. */
const writesSidecars = ({ keys }: Managed, { fieldsV1 }: ManagedFields): boolean => {
  let fields: unknown = fieldsV1;
  for (const key of keys) {
    if (typeof fields !== 'object' || fields === null) {
      return false;
    }
    if (Object.keys(fields).length === 0) {
      return fields !== fieldsV1;
    }
    fields = valueAt(fields, [`f:${key}`]);
  }
  return fields !== undefined;
};

const appliesSidecars = ({ metadata, keys }: Managed): boolean => {
  try {
    return valueAt(JSON.parse(metadata.annotations?.[LAST_APPLIED] ?? '{}'), keys) !== undefined;
  } catch {
    return false;
  }
};

const managers = ({ metadata }: KubernetesObject): readonly ManagedFields[] => metadata.managedFields ?? [];

const writtenBy = (object: Managed, names: readonly string[]): boolean =>
  managers(object).some((entry) => names.includes(entry.manager ?? '') && writesSidecars(object, entry));

const isKnown = (object: KubernetesObject, names: readonly string[]): boolean =>
  managers(object).some(({ manager = '' }) => names.includes(manager));

/** A clone carries the id of its origin, which says nothing of the clone. */
const argoApplication = (object: KubernetesObject): string | undefined => {
  const { annotations = {}, labels = {}, namespace = '', name } = object.metadata;
  const [, application, id] = /^([^:]+):(.*)$/.exec(annotations[ARGO_TRACKING] ?? '') ?? [];
  const group = object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '';
  if (application !== undefined && id === `${group ?? ''}/${object.kind}:${namespace}/${name}`) {
    return application;
  }
  return isKnown(object, ARGO_MANAGERS) ? labels[INSTANCE_LABEL] : undefined;
};

const argoCd = (object: Managed): Manager | undefined => {
  const name = argoApplication(object);
  return name === undefined
    ? undefined
    : {
        by: 'argoCd',
        name,
        reverts: writtenBy(object, ARGO_MANAGERS) || appliesSidecars(object),
      };
};

const flux = (object: Managed): Manager | undefined => {
  const { annotations = {}, labels = {} } = object.metadata;
  for (const { group, manager } of FLUX_TOOLS) {
    const name = labels[`${group}/name`];
    const isPaused =
      annotations[`${group}/reconcile`] === 'disabled' ||
      ['Ignore', 'IfNotPresent'].includes(annotations[`${group}/ssa`] ?? '');
    // A clone carries the labels, but Flux has not written it.
    if (name !== undefined && isKnown(object, [manager]) && !isPaused) {
      const namespace = labels[`${group}/namespace`];
      return {
        by: 'flux',
        name: namespace === undefined ? name : `${namespace}/${name}`,
        reverts: writtenBy(object, [manager]),
      };
    }
  }
  return undefined;
};

const helm = (object: Managed): Manager | undefined => {
  const { annotations = {}, labels = {} } = object.metadata;
  const name = annotations[HELM_RELEASE];
  return name !== undefined && labels['app.kubernetes.io/managed-by'] === 'Helm'
    ? { by: 'helm', name, reverts: writtenBy(object, ['helm']) }
    : undefined;
};

const owner = ({ metadata }: KubernetesObject): Manager | undefined => {
  const found = metadata.ownerReferences?.find(({ controller }) => controller === true);
  if (found === undefined) {
    return undefined;
  }
  const { kind, name } = found;
  return kind === 'VirtualMachinePool'
    ? { by: 'pool', name, reverts: true }
    : { by: 'owner', kind, name, reverts: false };
};

/** Server-side apply by a controller; people apply with kubectl. */
const applier = (object: Managed): Manager | undefined => {
  const found = managers(object).find(
    (entry) =>
      entry.operation === 'Apply' &&
      writesSidecars(object, entry) &&
      !/^(kubectl|oc)\b/.test(entry.manager ?? ''),
  );
  return found?.manager === undefined ? undefined : { by: 'applier', name: found.manager, reverts: true };
};

/**
 * Who manages the object, the one that is certain to revert a change first. Undefined if nothing says so.
 *
 * @param path the keys that lead to the VM in a template or pool
 */
export const managerOf = (
  object: KubernetesObject,
  path: readonly (string | number)[] = [],
): Manager | undefined => {
  const managed = { ...object, keys: [...path, ...SIDECARS_KEYS] };
  const found = [argoCd, flux, helm, owner, applier].flatMap((find) => find(managed) ?? []);
  return found.find(({ reverts }) => reverts) ?? found[0];
};
