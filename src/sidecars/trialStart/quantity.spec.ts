import { expect, it } from 'vitest';
import { quantityOf } from './quantity';

it.each<[unknown, number | undefined]>([
  ['4Gi', 4 * 2 ** 30],
  ['512M', 512e6],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e9', 1e9],
  ['1E', 1e18],
  [1024, 1024],
  ['3500m', 3.5],
  ['4gb', undefined],
  ['', undefined],
  [undefined, undefined],
  ['toString', undefined],
])('reads the quantity %j', (text, value) => {
  expect(quantityOf(text)).toBe(value);
});
