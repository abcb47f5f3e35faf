import type { ResourceType } from '../../dev/cluster/contract';

/** A custom resource type in one version, for clusters that do not have it or have another version. */
export const customType = (group: string, version: string, kind: string): ResourceType => ({
  group,
  version,
  kind,
  plural: `${kind.toLowerCase()}s`,
  singular: kind.toLowerCase(),
  namespaced: true,
  verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  custom: true,
});
