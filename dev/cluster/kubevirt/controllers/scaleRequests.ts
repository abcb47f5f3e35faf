import type { ClusterHost, StoredObject, SubresourceHandler } from '../../contract';
import { notFound } from '../apiError';
import { invalidFields, invalidValue } from '../fieldFault';
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
      const fault = invalidValue('spec.replicas', replicas, 'should be a non-negative integer');
      throw invalidFields({ group: 'autoscaling', kind: 'Scale' }, name, [fault]);
    }
    const changed = host.store.modify(plural, namespace, name, (draft) => {
      record(draft.spec).replicas = replicas;
    });
    return Promise.resolve({ code: 200, body: scaleOf(changed) });
  };
  host.onSubresource(group, plural, 'scale', handler, listing);
};
