import type { ResourceType, StoredObject } from '../contract';

/** The CustomResourceDefinition of a custom type: names, scope and versions; the schema keeps every field. */
export const crdOf = (type: ResourceType): StoredObject => {
  const {
    group,
    version,
    kind,
    plural,
    singular,
    shortNames,
    categories,
    namespaced,
    alsoServedAs = [],
  } = type;
  const hasStatus = type.subresources?.some(({ name }) => name === 'status') === true;
  const versionOf = (name: string): Record<string, unknown> => ({
    name,
    served: true,
    storage: name === version,
    schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    ...(hasStatus ? { subresources: { status: {} } } : {}),
  });
  const names = {
    plural,
    singular,
    kind,
    listKind: `${kind}List`,
    ...(shortNames === undefined ? {} : { shortNames }),
    ...(categories === undefined ? {} : { categories }),
  };
  const condition = (conditionType: string, reason: string, message: string): Record<string, string> => ({
    type: conditionType,
    status: 'True',
    reason,
    message,
  });
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      conversion: { strategy: 'None' },
      versions: [version, ...alsoServedAs].map(versionOf),
    },
    status: {
      acceptedNames: names,
      storedVersions: [version],
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ],
    },
  };
};

export const CRD_TYPE: ResourceType = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  plural: 'customresourcedefinitions',
  singular: 'customresourcedefinition',
  shortNames: ['crd', 'crds'],
  categories: ['api-extensions'],
  namespaced: false,
  verbs: ['get', 'list', 'watch'],
  custom: false,
  columns: [
    { name: 'Created At', type: 'string', value: ({ metadata }) => metadata.creationTimestamp ?? null },
  ],
};
