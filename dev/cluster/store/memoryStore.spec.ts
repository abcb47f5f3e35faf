import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ResourceType, StoreEvent, StoredObject } from '../contract';
import { MemoryStore } from './memoryStore';

const type = (plural: string, kind: string, rest: Partial<ResourceType> = {}): ResourceType => ({
  group: 'example.com',
  version: 'v1',
  kind,
  plural,
  singular: kind.toLowerCase(),
  namespaced: true,
  verbs: [],
  custom: true,
  subresources: [{ name: 'status', kind, verbs: ['update'] }],
  ...rest,
});

const thing = (name: string, rest: Record<string, unknown> = {}, namespace = 'a'): StoredObject => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  metadata: { name, namespace },
  ...rest,
});

const names = (objects: readonly StoredObject[]): string[] => objects.map(({ metadata }) => metadata.name);

let store: MemoryStore;

beforeEach(() => {
  store = new MemoryStore(5);
  store.registerTypes([
    type('things', 'Thing'),
    type('parts', 'Part'),
    type('namespaces', 'Namespace', { group: '', namespaced: false }),
  ]);
});

const owned = (name: string, ...owners: StoredObject[]): StoredObject => ({
  ...thing(name),
  kind: 'Part',
  metadata: {
    name,
    namespace: 'a',
    ownerReferences: owners.map((owner) => ({
      apiVersion: owner.apiVersion,
      kind: owner.kind,
      name: owner.metadata.name,
      uid: owner.metadata.uid ?? '',
    })),
  },
});

describe('writing', () => {
  it('gives a new object uid, time, generation and resourceVersion', () => {
    const { metadata } = store.create('things', thing('one'));
    expect(metadata).toEqual({
      name: 'one',
      namespace: 'a',
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      creationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      generation: 1,
      resourceVersion: String(store.resourceVersion()),
    });
  });

  it.each([
    ['spec', { spec: { size: 2 } }, 2],
    ['status', { spec: { size: 1 }, status: { phase: 'Ready' } }, 1],
  ])(
    'counts generations by changes of everything but metadata and status: %s',
    (_part, change, generation) => {
      const { metadata } = store.create('things', thing('one', { spec: { size: 1 } }));
      expect(store.update('things', { ...thing('one', change), metadata }).metadata.generation).toBe(
        generation,
      );
    },
  );

  it('refuses a second object of the same name, a stale update and an unknown name', () => {
    const first = store.create('things', thing('one'));
    store.modify('things', 'a', 'one', (draft) => {
      draft.spec = {};
    });
    expect(() => store.create('things', thing('one'))).toThrow('things.example.com "one" already exists');
    expect(() => store.update('things', first)).toThrow('the object has been modified');
    expect(() => store.delete('things', 'a', 'two')).toThrow('things.example.com "two" not found');
  });

  it('writes nothing when nothing changes', () => {
    const one = store.create('things', thing('one', { spec: { list: [1] } }));
    const same = store.modify('things', 'a', 'one', (draft) => {
      draft.spec = { list: [1] };
    });
    expect(same).toBe(one);
  });

  it('protects stored objects from changes by callers', () => {
    const given = thing('one', { spec: { list: [1] } });
    store.create('things', given);
    given.spec = 'changed';
    const read = store.get('things', 'a', 'one');
    expect(read?.spec).toEqual({ list: [1] });
    expect(() => {
      Object.assign(read?.metadata ?? {}, { name: 'other' });
    }).toThrow(TypeError);
  });

  it('checks but does not store in a dry run', () => {
    expect(store.create('things', thing('one'), { dryRun: true }).metadata.resourceVersion).toBeUndefined();
    expect(store.list('things')).toEqual([]);
    expect(() => store.create('things', thing('Not_A_Name'), { dryRun: true })).toThrow('RFC 1123 subdomain');
  });
});

describe('deleting', () => {
  it('takes everything along that only the object owns', () => {
    const one = store.create('things', thing('one'));
    const two = store.create('things', thing('two'));
    store.create('parts', owned('of-one', one));
    store.create('parts', owned('of-both', one, two));
    store.delete('things', 'a', 'one');
    expect(names(store.list('parts'))).toEqual(['of-both']);
    expect(store.get('parts', 'a', 'of-both')?.metadata.ownerReferences?.map(({ name }) => name)).toEqual([
      'two',
    ]);
  });

  it.each([[[]], [['example.com/wait']]])('leaves orphans on request (finalizers: %j)', (finalizers) => {
    const one = { ...thing('one'), metadata: { name: 'one', namespace: 'a', finalizers } };
    store.create('parts', owned('part', store.create('things', one)));
    store.delete('things', 'a', 'one', { orphanDependents: true });
    expect(store.get('parts', 'a', 'part')?.metadata.ownerReferences).toEqual([]);
  });

  it('waits for finalizers', () => {
    const meta = { name: 'one', namespace: 'a', finalizers: ['example.com/wait'] };
    store.create('things', { ...thing('one'), metadata: meta });
    expect(store.delete('things', 'a', 'one').metadata.deletionTimestamp).toMatch(/Z$/);
    expect(names(store.list('things'))).toEqual(['one']);
    store.modify('things', 'a', 'one', (draft) => {
      Object.assign(draft.metadata, { finalizers: [] });
    });
    expect(store.list('things')).toEqual([]);
  });

  it('empties a namespace that goes', () => {
    store.create('namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } });
    store.create('things', thing('inside'));
    store.create('things', thing('outside', {}, 'b'));
    store.delete('namespaces', undefined, 'a');
    expect(names(store.list('things'))).toEqual(['outside']);
  });
});

describe('changes', () => {
  it('sends each listener every change in order, also those made by listeners', () => {
    const seen: string[] = [];
    const note = ({ type: kind, object }: StoreEvent): number => seen.push(`${kind} ${object.metadata.name}`);
    store.subscribe('things', ({ type: kind, object }) => {
      if (kind === 'ADDED' && object.metadata.name === 'one') {
        store.create('things', thing('from-listener'));
      }
    });
    const stop = store.subscribe('things', note);
    store.create('things', thing('one'));
    store.delete('things', 'a', 'one');
    stop();
    store.create('things', thing('unseen'));
    expect(seen.slice(0, 2)).toEqual(['ADDED one', 'ADDED from-listener']);
    expect(seen).toContain('DELETED one');
    expect(seen).not.toContain('ADDED unseen');
  });

  it('forgets old changes, and says so', () => {
    const start = store.resourceVersion();
    for (let index = 0; index < 20; index += 1) {
      store.create('things', thing(`n${index}`));
    }
    const collection = store.collection('things');
    expect(collection.changesAfter(start)).toBeUndefined();
    const oldest = collection.oldestResourceVersion();
    expect(collection.changesAfter(oldest)?.at(0)?.resourceVersion).toBe(oldest + 1);
  });
});

describe('any sequence of writes', () => {
  const write = fc.record({
    action: fc.constantFrom('create', 'modify', 'delete'),
    namespace: fc.constantFrom('a', 'a-b', 'b'),
    name: fc.constantFrom('x', 'x-1', 'y', 'z.z'),
    value: fc.jsonValue(),
  });

  it('has the content of a plain map, in order, with rising versions, and sends all changes to a watcher', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 60 }), (writes) => {
        const tested = new MemoryStore();
        tested.registerTypes([type('things', 'Thing')]);
        const expected = new Map<string, unknown>();
        const replayed = new Map<string, unknown>();
        const versions: number[] = [];
        tested.subscribeRecorded('things', ({ type: kind, object, resourceVersion }) => {
          const key = `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
          versions.push(resourceVersion);
          if (kind === 'DELETED') {
            replayed.delete(key);
          } else {
            replayed.set(key, object.spec);
          }
        });
        for (const { action, namespace, name, value } of writes) {
          const key = `${namespace}/${name}`;
          const spec = JSON.parse(JSON.stringify(value)) as unknown;
          if (action === 'create' && !expected.has(key)) {
            tested.create('things', thing(name, { spec }, namespace));
            expected.set(key, spec);
          } else if (action === 'modify' && expected.has(key)) {
            tested.modify('things', namespace, name, (draft) => {
              draft.spec = spec;
            });
            expected.set(key, spec);
          } else if (action === 'delete' && expected.delete(key)) {
            tested.delete('things', namespace, name);
          }
        }
        const listed = tested
          .list('things')
          .map(({ metadata, spec }) => [`${metadata.namespace ?? ''}/${metadata.name}`, spec]);
        expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected));
        expect(Object.fromEntries(replayed)).toEqual(Object.fromEntries(expected));
        expect(versions).toEqual([...versions].sort((left, right) => left - right));
        expect(new Set(versions).size).toBe(versions.length);
        for (const namespace of ['a', 'a-b', 'b']) {
          const inNamespace = names(tested.list('things', namespace));
          expect(inNamespace).toEqual([...inNamespace].sort());
          expect(inNamespace.length).toBe(
            [...expected.keys()].filter((key) => key.startsWith(`${namespace}/`)).length,
          );
        }
      }),
    );
  });
});
