import { expect, it } from 'vitest';
import { parsePage, project, type Projection } from './parsePage';

const TYPE = { apiVersion: 'v1', kind: 'Pod', fields: { metadata: true } } as const;

it.each([
  [
    'a middle page',
    { resourceVersion: '5', continue: 't', remainingItemCount: 7 },
    { next: 't', remaining: 7 },
  ],
  [
    'a middle page without a count',
    { resourceVersion: '5', continue: 't' },
    { next: 't', remaining: undefined },
  ],
  ['the last page', { resourceVersion: '5' }, { next: undefined, remaining: 0 }],
  [
    'the last page with an empty token',
    { resourceVersion: '5', continue: '' },
    { next: undefined, remaining: 0 },
  ],
])('reads %s', (_which, metadata, expected) => {
  const items = [{ metadata: { name: 'a' }, spec: {} }];
  expect(parsePage(JSON.stringify({ metadata, items }), TYPE)).toEqual({
    items: [{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }],
    resourceVersion: '5',
    ...expected,
  });
});

it('reads a page without items', () => {
  expect(parsePage('{"metadata":{"resourceVersion":"5"},"items":null}', TYPE).items).toEqual([]);
});

it.each<[string, Projection, object, object]>([
  ['a whole field', { a: true }, { a: { b: [1] }, c: 2 }, { a: { b: [1] } }],
  ['a field of a field', { a: { b: true } }, { a: { b: 1, c: 2 } }, { a: { b: 1 } }],
  ['the keys of a field', { a: 'keys' }, { a: { b: 'text', c: 1 } }, { a: { b: '', c: '' } }],
  ['only that a field is there', { a: {} }, { a: { b: 1 } }, { a: {} }],
  ['of each item of an array', { a: { b: true } }, { a: [{ b: 1, c: 2 }, { c: 3 }] }, { a: [{ b: 1 }, {}] }],
  ['what is falsy', { a: true, b: true }, { a: 0, b: null }, { a: 0, b: null }],
  ['nothing where the field is missing', { a: true, b: { c: true } }, {}, {}],
  ['nothing where the field is no object', { a: { b: true } }, { a: null }, {}],
  ['nothing that is inherited', { ['__proto__']: true }, {}, {}],
])('a projection keeps %s', (_what, projection, object, kept) => {
  expect(project(object, projection)).toEqual(kept);
});
