import { expect, it } from 'vitest';
import { findAgain } from './findAgain';
import { configMapSidecar, type Sidecar } from './sidecar';

const script = (name: string): Sidecar => configMapSidecar(name, 'script.sh', 'onDefineDomain');

it.each<[string, string[], number | undefined]>([
  ['at its place', ['one', 'two'], 1],
  ['at its place, and before it as well', ['two', 'two'], 1],
  ['moved', ['two', 'one'], 0],
  ['first of several when moved', ['two', 'three', 'two'], 0],
  ['gone', ['one'], undefined],
])('finds a sidecar %s', (_case, names, expected) => {
  expect(findAgain(names.map(script), script('two'), 1)).toBe(expected);
});
