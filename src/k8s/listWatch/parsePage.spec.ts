import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPageToken, project, type Projection } from './parsePage';

const encode = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const metadata = { continue: 'eyJ2Ijo=', remainingItemCount: 7, resourceVersion: '507' };
const head = { kind: 'PodList', apiVersion: 'v1' };

describe('nextPageToken', () => {
  it.each<[string, unknown]>([
    ['of a typed resource', { ...head, metadata, items: [{ metadata: { name: 'a', labels: {} } }] }],
    [
      'of a custom resource',
      { apiVersion: 'v1', items: [{ metadata: { name: 'a' } }], kind: 'List', metadata },
    ],
    ['before a long page', { ...head, metadata, items: ['x'.repeat(50_000)] }],
    ['after a long page', { apiVersion: 'v1', items: ['é'.repeat(50_000)], metadata }],
  ])('finds the token %s', (_where, list) => {
    expect(nextPageToken(encode(JSON.stringify(list)))).toBe(metadata.continue);
    expect(nextPageToken(encode(JSON.stringify(list, null, 2)))).toBe(metadata.continue);
  });

  it.each<[string, string]>([
    ['the last page', JSON.stringify({ ...head, metadata: { resourceVersion: '5' }, items: [] })],
    ['an empty token', JSON.stringify({ ...head, metadata: { continue: '' }, items: [] })],
    ['metadata between other keys', JSON.stringify({ items: [], metadata, kind: 'PodList' })],
    ['metadata of the last object', JSON.stringify({ ...head, items: [{ metadata }] })],
    ['metadata in a text at the end', JSON.stringify({ ...head, note: JSON.stringify({ metadata }) })],
    ['half a page', JSON.stringify({ ...head, metadata }).slice(0, 60)],
    ['nothing', ''],
    ['no JSON', '{"metadata":{oops}}'],
  ])('knows of none in %s', (_where, text) => {
    expect(nextPageToken(encode(text))).toBeUndefined();
  });

  it('returns the parsed token, or nothing', () => {
    const list = fc.record({
      metadata: fc.dictionary(fc.string(), fc.string()),
      items: fc.array(fc.jsonValue()),
    });
    const keys = fc.shuffledSubarray(['kind', 'apiVersion', 'items', 'metadata'], { minLength: 4 });
    fc.assert(
      fc.property(list, fc.string({ minLength: 1 }), keys, (random, token, order) => {
        const all: Record<string, unknown> = {
          ...head,
          ...random,
          metadata: { ...random.metadata, continue: token },
        };
        const text = JSON.stringify(Object.fromEntries(order.map((key) => [key, all[key]])));
        expect([token, undefined]).toContain(nextPageToken(encode(text)));
      }),
    );
  });
});

it.each<[string, Projection, object, object]>([
  ['a whole field', { a: true }, { a: { b: [1] }, c: 2 }, { a: { b: [1] } }],
  ['a field of a field', { a: { b: true } }, { a: { b: 1, c: 2 } }, { a: { b: 1 } }],
  ['only that a field is there', { a: {} }, { a: { b: 1 } }, { a: {} }],
  ['of each item of an array', { a: { b: true } }, { a: [{ b: 1, c: 2 }, { c: 3 }] }, { a: [{ b: 1 }, {}] }],
  ['what is falsy', { a: true, b: true }, { a: 0, b: null }, { a: 0, b: null }],
  ['nothing where the field is missing', { a: true, b: { c: true } }, {}, {}],
  ['nothing where the field is no object', { a: { b: true } }, { a: null }, {}],
  ['nothing that is inherited', { ['__proto__']: true }, {}, {}],
])('a projection keeps %s', (_what, projection, object, kept) => {
  expect(project(object, projection)).toEqual(kept);
});
