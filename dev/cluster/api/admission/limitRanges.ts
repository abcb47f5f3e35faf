import type { Store, StoredObject } from '../../contract';
import { part, parts, resourcesOf, type Part } from './podParts';

const withDefaults = (container: Part, limits: Part, requests: Part): Part => {
  const given = resourcesOf(container);
  return {
    ...container,
    resources: {
      ...part(container, 'resources'),
      limits: { ...limits, ...given.limits },
      requests: { ...requests, ...given.requests },
    },
  };
};

/** A pod with the default limits and requests of its namespace. */
export const withLimitRanges = (store: Store, pod: StoredObject): StoredObject => {
  const items = store
    .list('limitranges', pod.metadata.namespace)
    .flatMap(({ spec }) => parts(part(spec).limits))
    .filter(({ type }) => type === 'Container');
  return items.reduce<StoredObject>((current, item) => {
    const limits = part(item, 'default');
    const requests = { ...limits, ...part(item, 'defaultRequest') };
    const spec = part(current.spec);
    const complete = (list: unknown): Part[] =>
      parts(list).map((container) => withDefaults(container, limits, requests));
    return {
      ...current,
      spec: {
        ...spec,
        containers: complete(spec.containers),
        ...(spec.initContainers === undefined ? {} : { initContainers: complete(spec.initContainers) }),
      },
    };
  }, pod);
};
