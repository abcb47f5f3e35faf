import { expect, it } from 'vitest';
import { oldestStale, type Loadable } from './loadable';

const stale = (staleSince: number): Loadable<string> => ({ status: 'loaded', data: '', staleSince });

it.each<[string, Loadable<string>[], ReturnType<typeof oldestStale>]>([
  ['one', [{ status: 'loaded', data: '' }, stale(5)], { staleSince: 5 }],
  ['the older of two', [stale(7), stale(5)], { staleSince: 5 }],
  ['none', [{ status: 'loaded', data: '' }, { status: 'loading' }], {}],
])('takes over since when a combined list is stale: %s', (_which, lists, expected) => {
  expect(oldestStale(...lists)).toEqual(expected);
});
