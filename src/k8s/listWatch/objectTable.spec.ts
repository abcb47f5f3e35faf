import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubernetesObject } from '../kubernetesObject';
import { createObjectTable, type WatchEvent } from './objectTable';

interface Item extends KubernetesObject {
  value: number;
}

const item = (name: string, version: number, value = version): Item => ({
  apiVersion: 'v1',
  kind: 'Item',
  metadata: { name, namespace: 'ns', resourceVersion: String(version) },
  value,
});

const event = (type: string, object: Item): WatchEvent => ({ type, object });
const keep = (object: KubernetesObject): Item => object as Item;
const contents = (items: Item[]): [string, number][] =>
  items.map(({ metadata, value }): [string, number] => [metadata.name, value]).sort();

type Change = { kind: 'set'; name: string } | { kind: 'delete'; name: string };

const changeArbitrary: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('set' as const, 'set' as const, 'delete' as const),
  name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
});

/** Simulates a server: applies changes in order and records the event of each. */
const history = (
  changes: Change[],
): { events: WatchEvent[]; stateAt: (version: number) => Map<string, Item> } => {
  const events: WatchEvent[] = [];
  const states = [new Map<string, Item>()];
  changes.forEach(({ kind, name }, index) => {
    const version = index + 1;
    const state = new Map(states[index]);
    const known = state.get(name);
    if (kind === 'set') {
      const next = item(name, version);
      events.push(event(known === undefined ? 'ADDED' : 'MODIFIED', next));
      state.set(name, next);
    } else if (known !== undefined) {
      events.push(event('DELETED', item(name, version, known.value)));
      state.delete(name);
    }
    states.push(state);
  });
  return { events, stateAt: (version) => states[version] ?? new Map<string, Item>() };
};

describe('objectTable', () => {
  it('shows the first list as it grows and has no version before its end', () => {
    const table = createObjectTable<Item>(keep);
    table.beginList();
    table.addPage([item('a', 1)]);
    expect(table.items()).toHaveLength(1);
    expect(table.resourceVersion()).toBeUndefined();
    table.addPage([item('b', 2)]);
    table.endList('7');
    expect(table.size()).toBe(2);
    expect(table.resourceVersion()).toBe('7');
  });

  it('keeps the old content while a later list loads, and drops deleted objects when it is complete', () => {
    const table = createObjectTable<Item>(keep);
    table.beginList();
    table.addPage([item('a', 1), item('b', 2)]);
    table.endList('2');
    table.beginList();
    table.addPage([item('b', 2)]);
    expect(contents(table.items())).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    table.endList('9');
    expect(contents(table.items())).toEqual([['b', 2]]);
  });

  it.each([
    ['410', { code: 410 }, 'expired'],
    ['another error', { code: 500 }, 'broken'],
  ] as const)('answers what to do on %s', (_name, status, outcome) => {
    const table = createObjectTable<Item>(keep);
    const object = { apiVersion: 'v1', kind: 'Status', metadata: { name: '' }, ...status };
    expect(table.applyEvent({ type: 'ERROR', object })).toBe(outcome);
  });

  it('takes the version of bookmarks and ignores unknown event types', () => {
    const table = createObjectTable<Item>(keep);
    table.beginList();
    table.endList('5');
    expect(table.applyEvent(event('BOOKMARK', item('', 12)))).toBe('bookmark');
    expect(table.resourceVersion()).toBe('12');
    expect(table.applyEvent(event('SURPRISE', item('a', 13)))).toBe('ignored');
    expect(table.size()).toBe(0);
  });

  it('answers that the version expired if a bookmark is lower: the server lost its history', () => {
    const table = createObjectTable<Item>(keep);
    table.beginList();
    table.endList('5');
    expect(table.applyEvent(event('BOOKMARK', item('', 5)))).toBe('bookmark');
    expect(table.applyEvent(event('BOOKMARK', item('', 4)))).toBe('expired');
  });

  it('stores projections', () => {
    const table = createObjectTable<Item>((object) => ({ ...(object as Item), value: -1 }));
    table.beginList();
    table.endList('1');
    table.applyEvent(event('ADDED', item('a', 2)));
    expect(contents(table.items())).toEqual([['a', -1]]);
  });

  it('ends with the state of the server after any cuts, duplicates and new lists', () => {
    fc.assert(
      fc.property(
        fc.array(changeArbitrary, { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 4 }),
        fc.nat(3),
        fc.nat(5),
        (changes, relistAt, pageSize, repeat) => {
          const { events, stateAt } = history(changes);
          const table = createObjectTable<Item>(keep);
          const list = (version: number): void => {
            const all = [...stateAt(version).values()];
            table.beginList();
            const pages: Item[][] = [];
            for (let start = 0; start < all.length; start += pageSize + 1) {
              pages.push(all.slice(start, start + pageSize + 1));
            }
            // In any order.
            for (const page of version % 2 === 0 ? pages : pages.reverse()) {
              table.addPage(page);
            }
            table.endList(String(version));
          };
          list(Math.min(3, changes.length));
          events.forEach((next, index) => {
            if (relistAt.includes(index)) {
              list(Number(next.object.metadata.resourceVersion));
            }
            // A resumed watch may repeat events, so the last few are sent again.
            for (const again of events.slice(Math.max(0, index - repeat), index + 1)) {
              table.applyEvent(again);
            }
          });
          const expected = [...stateAt(changes.length).values()];
          expect(contents(table.items())).toEqual(contents(expected));
        },
      ),
    );
  });
});
