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
}

const YAML = { lineWidth: 0 } as const;
const ANNOTATIONS = ['spec', 'template', 'metadata', 'annotations'];

/** The operations without tests, which are about the object in the cluster. `replace` would need the old value there. */
const withoutTests = (operations: readonly JsonPatchOperation[]): JsonPatchOperation[] =>
  operations
    .filter(({ op }) => op !== 'test')
    .map((operation) => (operation.op === 'replace' ? { ...operation, op: 'add' } : operation));

/** What the operations make of the annotation: null removes it. Undefined if they do not touch it. */
const annotationAfter = (operations: readonly JsonPatchOperation[]): string | null | undefined => {
  const path = pointer(...ANNOTATIONS, SIDECARS_ANNOTATION);
  for (const operation of operations) {
    if (operation.op === 'remove' && operation.path === path) {
      return null;
    }
    if ((operation.op === 'add' || operation.op === 'replace') && path.startsWith(operation.path)) {
      // A missing parent is added together with what is in it.
      const below = [...ANNOTATIONS, SIDECARS_ANNOTATION].slice(operation.path.split('/').length - 1);
      const value = valueAt(operation.value, below);
      return typeof value === 'string' ? value : undefined;
    }
  }
  return undefined;
};

const identity = ({ apiVersion, kind, metadata: { name, namespace } }: Committable['object']): object => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace !== undefined && { namespace }) },
});

/** The part of each manifest that has the annotation; `null` means that the line goes. Empty if none is changed. */
export const manifestsOf = (changes: readonly Committable[]): string =>
  changes
    .flatMap(({ object, operations }) => {
      const annotation = annotationAfter(operations);
      return annotation === undefined
        ? []
        : stringify(
            {
              ...identity(object),
              spec: { template: { metadata: { annotations: { [SIDECARS_ANNOTATION]: annotation } } } },
            },
            YAML,
          );
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
