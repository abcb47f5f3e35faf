import type { Pod } from '../../../../src/sidecars/objects/resources';
import { badRequest, notFound } from '../../store/apiError';
import type { EmbeddedHost } from '../embeddedHost';

const DEFAULT_CONTAINER = 'kubectl.kubernetes.io/default-container';

/** The pod of a log or exec request. Throws ApiError 404. */
export const podOf = (host: EmbeddedHost, namespace: string | undefined, name: string): Pod => {
  const object = host.store.get('pods', namespace, name);
  if (object === undefined) {
    throw notFound({ group: '', plural: 'pods' }, name);
  }
  // Pods are checked when they are stored.
  return object as unknown as Pod;
};

/**
 * The container that is meant: the named one, the only one, or (when `annotated`) the one that the pod's annotation
 * names. Throws ApiError 400.
 */
export const containerOf = (pod: Pod, wanted: string | null, annotated: boolean): string => {
  const { name, annotations } = pod.metadata;
  const containers = pod.spec.containers.map((container) => container.name);
  const initContainers = (pod.spec.initContainers ?? []).map((container) => container.name);
  if (wanted) {
    if (![...containers, ...initContainers].includes(wanted)) {
      throw badRequest(`container ${wanted} is not valid for pod ${name}`);
    }
    return wanted;
  }
  const preferred = annotated ? annotations?.[DEFAULT_CONTAINER] : undefined;
  if (preferred !== undefined && containers.includes(preferred)) {
    return preferred;
  }
  const [first] = containers;
  if (containers.length === 1 && first !== undefined) {
    return first;
  }
  const init =
    initContainers.length > 0 ? ` or one of the init containers: [${initContainers.join(' ')}]` : '';
  throw badRequest(
    `a container name must be specified for pod ${name}, choose one of: [${containers.join(' ')}]${init}`,
  );
};
