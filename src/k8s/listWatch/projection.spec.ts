import { expect, it } from 'vitest';
import { project, type Projection } from './projection';

it.each<[string, Projection, object, object]>([
  ['a whole field', { a: true }, { a: { b: [1] }, c: 2 }, { a: { b: [1] } }],
  ['a field of a field', { a: { b: true } }, { a: { b: 1, c: 2 } }, { a: { b: 1 } }],
  ['only that a field is there', { a: {} }, { a: { b: 1 } }, { a: {} }],
  ['of each item of an array', { a: { b: true } }, { a: [{ b: 1, c: 2 }, { c: 3 }] }, { a: [{ b: 1 }, {}] }],
  ['what is falsy', { a: true, b: true }, { a: 0, b: null }, { a: 0, b: null }],
  ['nothing where the field is missing', { a: true, b: { c: true } }, {}, {}],
  ['nothing where the field is no object', { a: { b: true } }, { a: null }, {}],
  ['nothing that is inherited', { ['__proto__']: true }, {}, {}],
])('keeps %s', (_what, projection, object, kept) => {
  expect(project(object, projection)).toEqual(kept);
});
