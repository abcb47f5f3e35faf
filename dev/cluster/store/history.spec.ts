import { expect, it } from 'vitest';
import type { ResourceType, StoredObject } from '../contract';
import { MemoryStore } from './memoryStore';

const type: ResourceType = {
  group: 'example.com',
  version: 'v1',
  kind: 'Thing',
  plural: 'things',
  singular: 'thing',
  namespaced: true,
  verbs: [],
  custom: true,
};
const big: StoredObject = {
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name: 'big', namespace: 'a' },
};

it('remembers fewer changes of large objects, so that they do not fill the memory', () => {
  const store = new MemoryStore();
  store.registerTypes([type]);
  store.create('things', big);
  const first = store.resourceVersion();
  for (let count = 0; count < 40; count += 1) {
    store.modify('things', 'a', 'big', (object) => {
      object.text = String(count).padEnd(1024 * 1024);
    });
  }
  const collection = store.collection('things');
  expect(collection.changesAfter(first)).toBeUndefined();
  expect(collection.changesAfter(collection.oldestResourceVersion())?.length).toBeLessThanOrEqual(16);
  expect(collection.changesAfter(collection.oldestResourceVersion())?.length).toBeGreaterThan(4);
});
