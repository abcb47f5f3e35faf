import { randomBytes } from 'node:crypto';
import type { KubernetesEvent, KubernetesObject } from '../../../src/sidecars/objects/resources';
import type { Store, StoredObject } from '../contract';
import { isApiError } from './apiError';
import { now } from './conditions';

/** Records events about objects; an event that repeats raises the count of the first one. */
export class EventRecorder {
  private readonly known = new Map<string, string>();

  constructor(private readonly store: Store) {}

  record(
    about: KubernetesObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    component: string,
  ): void {
    const namespace = about.metadata.namespace ?? 'default';
    const key = [about.kind, about.metadata.uid, type, reason, message, component].join('\0');
    const name = this.known.get(key);
    const time = now();
    if (name !== undefined) {
      try {
        this.store.modify('events', namespace, name, (draft) => {
          draft.count = (typeof draft.count === 'number' ? draft.count : 1) + 1;
          draft.lastTimestamp = time;
        });
        return;
      } catch (error) {
        if (!isApiError(error)) {
          throw error;
        }
      }
    }
    const made: KubernetesEvent = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${about.metadata.name}.${randomBytes(8).toString('hex')}`, namespace },
      involvedObject: {
        kind: about.kind,
        namespace,
        name: about.metadata.name,
        uid: about.metadata.uid ?? '',
        apiVersion: about.apiVersion,
      },
      reason,
      message,
      type,
      count: 1,
      firstTimestamp: time,
      lastTimestamp: time,
      source: { component },
    };
    try {
      this.store.create('events', made as unknown as StoredObject);
      this.known.set(key, made.metadata.name);
    } catch (error) {
      // The namespace may be in deletion; an event is not important enough to fail.
      if (!isApiError(error)) {
        throw error;
      }
    }
  }
}
