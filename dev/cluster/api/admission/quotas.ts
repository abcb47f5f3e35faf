import type { Store, StoredObject } from '../../contract';
import { quantity, quantityText } from '../../quantity';
import { containersOf, nameOf, part, resourcesOf, type Part } from './podParts';
import { forbiddenPod } from './forbiddenPod';

/** The resources of a container that a quota may limit, by the names that quotas have for them. */
const OF_CONTAINERS: Readonly<Record<string, readonly ['requests' | 'limits', string]>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

const valueIn = (container: Part, resource: string): number | undefined => {
  const place = OF_CONTAINERS[resource];
  return place === undefined ? undefined : quantity(resourcesOf(container)[place[0]][place[1]]);
};

/** How much of a resource a pod takes; undefined for resources that are not of pods. */
const usageOf = (pod: StoredObject, resource: string): number | undefined => {
  if (resource === 'pods' || resource === 'count/pods') {
    return 1;
  }
  if (OF_CONTAINERS[resource] === undefined) {
    return undefined;
  }
  const { init, main } = containersOf(pod);
  const sum = (containers: readonly Part[]): number =>
    containers.reduce((total, container) => total + (valueIn(container, resource) ?? 0), 0);
  // Of init containers that end, only one runs at a time.
  const ending = init.filter(({ restartPolicy }) => restartPolicy !== 'Always');
  const lasting = [...init.filter(({ restartPolicy }) => restartPolicy === 'Always'), ...main];
  return Math.max(sum(lasting), ...ending.map((container) => valueIn(container, resource) ?? 0));
};

const hasEnded = ({ status }: StoredObject): boolean =>
  ['Succeeded', 'Failed'].includes(String(part(status).phase));

/** Containers that lack a value which the quota needs. */
const missingText = (pod: StoredObject, resources: readonly string[]): string | undefined => {
  const { init, main } = containersOf(pod);
  const missing = resources
    .filter((resource) => OF_CONTAINERS[resource] !== undefined)
    .sort()
    .flatMap((resource) => {
      const names = [...main, ...init]
        .filter((container) => valueIn(container, resource) === undefined)
        .map(nameOf)
        .sort();
      return names.length === 0 ? [] : [`${resource} for: ${names.join(',')}`];
    });
  return missing.length === 0 ? undefined : `must specify ${missing.join('; ')}`;
};

/** Throws ApiError 403 if a pod does not fit into a quota of its namespace. */
export const checkQuotas = (store: Store, pod: StoredObject): void => {
  const { namespace, name } = pod.metadata;
  const quotas = store.list('resourcequotas', namespace).map((quota) => ({
    name: quota.metadata.name,
    hard: part(quota.spec, 'hard'),
  }));
  for (const quota of quotas) {
    const missing = missingText(pod, Object.keys(quota.hard));
    if (missing !== undefined) {
      throw forbiddenPod(name, `failed quota: ${quota.name}: ${missing}`);
    }
  }
  const others = store.list('pods', namespace).filter((other) => !hasEnded(other));
  for (const quota of quotas) {
    const exceeded = Object.entries(quota.hard)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .flatMap(([resource, limit]) => {
        const requested = usageOf(pod, resource) ?? 0;
        const used = others.reduce((sum, other) => sum + (usageOf(other, resource) ?? 0), 0);
        return requested > 0 && used + requested > (quantity(limit) ?? Infinity)
          ? [
              {
                resource,
                requested: quantityText(requested),
                used: quantityText(used),
                limited: String(limit),
              },
            ]
          : [];
      });
    if (exceeded.length > 0) {
      const list = (column: 'requested' | 'used' | 'limited'): string =>
        exceeded.map((item) => `${item.resource}=${item[column]}`).join(',');
      throw forbiddenPod(
        name,
        `exceeded quota: ${quota.name}, requested: ${list('requested')}, used: ${list('used')}, limited: ${list('limited')}`,
      );
    }
  }
};
