import type { ClusterHost, StoredObject } from '../../contract';
import { ApiError, notFound } from '../apiError';
import { at, number, record } from '../untyped';
import { REPLICA_SETS, wantedReplicas } from './replicaSet';

const scaleOf = (replicaSet: StoredObject): Record<string, unknown> => {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = replicaSet.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: wantedReplicas(replicaSet) },
    status: {
      replicas: number(at(replicaSet, 'status', 'replicas')) ?? 0,
      selector: at(replicaSet, 'status', 'labelSelector'),
    },
  };
};

/** Serves the `scale` subresource of replica sets: kubectl's `scale` patches it. */
export const serveScale = (host: ClusterHost): void => {
  host.onSubresource('kubevirt.io', REPLICA_SETS, 'scale', ({ namespace, name, method, body }) => {
    const found = host.store.get(REPLICA_SETS, namespace, name);
    if (found === undefined) {
      throw notFound('kubevirt.io', REPLICA_SETS, name);
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
    const changed = host.store.modify(REPLICA_SETS, namespace, name, (draft) => {
      record(draft.spec).replicas = replicas;
    });
    return Promise.resolve({ code: 200, body: scaleOf(changed) });
  });
};
