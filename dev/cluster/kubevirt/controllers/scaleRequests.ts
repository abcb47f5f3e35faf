import type { ClusterHost, StoredObject, SubresourceHandler } from '../../contract';
import { ApiError, notFound } from '../apiError';
import { at, number, record } from '../untyped';
import { wantedReplicas } from './replicaSet';

const scaleOf = (scaled: StoredObject): Record<string, unknown> => {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = scaled.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: wantedReplicas(scaled) },
    status: {
      replicas: number(at(scaled, 'status', 'replicas')) ?? 0,
      selector: at(scaled, 'status', 'labelSelector'),
    },
  };
};

/** Serves the `scale` subresource of replica sets or pools: kubectl's `scale` patches it. */
export const serveScale = (host: ClusterHost, group: string, plural: string): void => {
  const type = host.store.types().find((known) => known.plural === plural);
  const listing = {
    versions: type === undefined ? [] : [type.version, ...(type.alsoServedAs ?? [])],
    kind: 'Scale',
    verbs: ['get', 'patch', 'update'],
  };
  const handler: SubresourceHandler = ({ namespace, name, method, body }) => {
    const found = host.store.get(plural, namespace, name);
    if (found === undefined) {
      throw notFound(group, plural, name);
    }
    if (method === 'GET') {
      return Promise.resolve({ code: 200, body: scaleOf(found) });
    }
    const replicas = number(at(body, 'spec', 'replicas')) ?? (method === 'PUT' ? 0 : wantedReplicas(found));
    if (replicas < 0) {
      const message = `Invalid value: ${replicas}: should be a non-negative integer`;
      throw new ApiError({
        code: 422,
        reason: 'Invalid',
        message: `Scale.autoscaling "${name}" is invalid: spec.replicas: ${message}`,
        details: {
          name,
          group: 'autoscaling',
          kind: 'Scale',
          causes: [{ reason: 'FieldValueInvalid', message, field: 'spec.replicas' }],
        },
      });
    }
    const changed = host.store.modify(plural, namespace, name, (draft) => {
      record(draft.spec).replicas = replicas;
    });
    return Promise.resolve({ code: 200, body: scaleOf(changed) });
  };
  host.onSubresource(group, plural, 'scale', handler, listing);
};
