import { expect, it } from 'vitest';
import type { ConfigMap, ObjectMeta } from '../objects/resources';
import { leftoversIn } from './leftovers';

const PREFIX = 'sidecar-hooks.kubevirt.io';

const configMap = (
  name: string,
  vm: string,
  expires: string,
  metadata: Partial<ObjectMeta> = {},
): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name,
    namespace: 'lab',
    labels: { [`${PREFIX}/trial-start`]: 'true' },
    annotations: { [`${PREFIX}/trial-of`]: vm, [`${PREFIX}/trial-expires`]: expires },
    ...metadata,
  },
});

const OWNER = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'old-0', uid: '1' }];
const ALL = [
  configMap('old-0', 'web', '2026-01-01T00:00:00Z'),
  configMap('old-1', 'web', '2026-01-01T00:00:00Z', { ownerReferences: OWNER }),
  configMap('other-0', 'db', 'never'),
  configMap('now-0', 'web', '2026-01-01T02:00:00Z'),
  configMap('going-0', 'web', '2026-01-01T00:00:00Z', { deletionTimestamp: '2026-01-01T00:30:00Z' }),
  configMap('script', 'web', '2026-01-01T00:00:00Z', { labels: {} }),
];

it.each<[string | undefined, string[]]>([
  [undefined, ['old-0', 'other-0']],
  ['web', ['old-0']],
  ['none', []],
])('finds the owners of trials of %s that are over', (vmName, names) => {
  const found = leftoversIn(ALL, new Date('2026-01-01T01:00:00Z'), vmName);
  expect(found.map(({ owner }) => owner.metadata.name)).toEqual(names);
});
