import { expect, it } from 'vitest';
import { loadedData, mapLoadable, oldestStale, type Loadable } from './loadable';

const stale = (staleSince: number): Loadable<string> => ({ status: 'loaded', data: '', staleSince });

it.each<[string, Loadable<string>[], ReturnType<typeof oldestStale>]>([
  ['one', [{ status: 'loaded', data: '' }, stale(5)], { staleSince: 5 }],
  ['the older of two', [stale(7), stale(5)], { staleSince: 5 }],
  ['none', [{ status: 'loaded', data: '' }, { status: 'loading' }], {}],
])('takes over since when a combined list is stale: %s', (_which, lists, expected) => {
  expect(oldestStale(...lists)).toEqual(expected);
});

it.each<[Loadable<number>, Loadable<number>, number | undefined]>([
  [{ status: 'loading' }, { status: 'loading' }, undefined],
  [{ status: 'failed', error: 'no' }, { status: 'failed', error: 'no' }, undefined],
  [
    { status: 'loaded', data: 2, problem: 'broken', remaining: 3, staleSince: 5 },
    { status: 'loaded', data: 4, problem: 'broken', remaining: 3, staleSince: 5 },
    2,
  ],
])('changes the data alone, and has none before it is loaded: %j', (loadable, doubled, data) => {
  expect(mapLoadable(loadable, (value) => value * 2)).toEqual(doubled);
  expect(loadedData(loadable)).toBe(data);
});
