import { stringify } from 'yaml';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import { valueAt } from '../json/valueAt';
import type { KubernetesObject } from '../objects/resources';

/**
 * A change of an object in forms that can be committed to the repository that the object comes from. Load this module
 * lazily, because it brings the `yaml` package.
 */
export interface Committable {
  object: Pick<KubernetesObject, 'apiVersion' | 'kind'> & {
    metadata: Pick<KubernetesObject['metadata'], 'name' | 'namespace'>;
  };
  operations: readonly JsonPatchOperation[];
  /** The keys that lead to the VM in a template or pool. */
  path?: readonly (string | number)[];
}

const YAML = { lineWidth: 0 } as const;
const ANNOTATIONS = ['spec', 'template', 'metadata', 'annotations'];

/** The operations without tests, which are about the object in the cluster. `replace` would need the old value there. */
const withoutTests = (operations: readonly JsonPatchOperation[]): JsonPatchOperation[] =>
  operations
    .filter(({ op }) => op !== 'test')
    .map((operation) => (operation.op === 'replace' ? { ...operation, op: 'add' } : operation));

/** What the operations make of the annotation: null removes it. Undefined if they do not touch it. */
const annotationAfter = ({ operations, path: root = [] }: Committable): string | null | undefined => {
  const keys = [...root, ...ANNOTATIONS, SIDECARS_ANNOTATION];
  const path = pointer(...keys);
  for (const operation of operations) {
    if (operation.op === 'remove' && operation.path === path) {
      return null;
    }
    if ((operation.op === 'add' || operation.op === 'replace') && path.startsWith(operation.path)) {
      // A missing parent is added together with what is in it.
      const below = keys.slice(operation.path.split('/').length - 1);
      const value = valueAt(operation.value, below);
      return typeof value === 'string' ? value : undefined;
    }
  }
  return undefined;
};

/** Those that change how a pool updates its VMs, with the new value; null removes it. */
const settingsAfter = (operations: readonly JsonPatchOperation[]): [string[], unknown][] =>
  withoutTests(operations).flatMap((operation) =>
    /^\/spec\/(maxUnavailable|updateStrategy)(\/|$)/.test(operation.path)
      ? [[operation.path.split('/').slice(1), 'value' in operation ? operation.value : null]]
      : [],
  );

const merged = (into: object, [key = '', ...below]: readonly string[], value: unknown): object => ({
  ...into,
  [key]: below.length === 0 ? value : merged(valueAt(into, [key]) ?? {}, below, value),
});

const identity = ({ apiVersion, kind, metadata: { name, namespace } }: Committable['object']): object => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
});

/**
 * The part of each manifest that has the annotation; `null` means that the line goes. Empty if none is changed. An
 * OpenShift template has its VMs in a list, of which a part says nothing, so there is none for it.
 */
export const manifestsOf = (changes: readonly Committable[]): string =>
  changes
    .flatMap((change) => {
      const { object, path = [] } = change;
      const annotation = annotationAfter(change);
      if (annotation === undefined || path.some((key) => typeof key === 'number')) {
        return [];
      }
      const part = [...path, ...ANNOTATIONS].reduceRight<object>((below, key) => ({ [key]: below }), {
        [SIDECARS_ANNOTATION]: annotation,
      });
      const whole = settingsAfter(change.operations).reduce(
        (before, [keys, value]) => merged(before, keys, value),
        part,
      );
      return stringify({ ...identity(object), ...whole }, YAML);
    })
    .join('---\n');

/** The `patches` of a kustomization. */
export const kustomizationOf = (changes: readonly Committable[]): string =>
  stringify(
    {
      patches: changes.map(({ object: { apiVersion, kind, metadata }, operations }) => {
        const [group = '', version = ''] = apiVersion.split('/');
        return {
          target: { group, version, kind, name: metadata.name, namespace: metadata.namespace },
          patch: stringify(withoutTests(operations), YAML),
        };
      }),
    },
    YAML,
  );

/** The JSON patch of one object, or a list of objects with their patches. */
export const jsonPatchOf = (changes: readonly Committable[]): string => {
  const [only, ...more] = changes;
  return JSON.stringify(
    only !== undefined && more.length === 0
      ? withoutTests(only.operations)
      : changes.map(({ object, operations }) => ({
          ...identity(object),
          patch: withoutTests(operations),
        })),
    null,
    2,
  );
};
