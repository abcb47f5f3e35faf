import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyJson, sameJson } from '../../store/jsonValue';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const containers = (...names: string[]): { name: string; image: string }[] =>
  names.map((name) => ({ name, image: 'old' }));

describe('merge patch', () => {
  it.each([
    ['sets', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['removes by null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['creates parents, without their nulls', {}, { a: { b: { c: 1, d: null } } }, { a: { b: { c: 1 } } }],
    ['replaces lists', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['replaces a value by an object', { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
  ])('%s', (_what, target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('changes nothing the second time, and never its arguments', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, object, (target, patch) => {
        const before = copyJson({ target, patch });
        const once = mergePatch(target, patch);
        expect(sameJson(mergePatch(once, patch), once)).toBe(true);
        expect(sameJson({ target, patch }, before)).toBe(true);
      }),
    );
  });
});

describe('JSON patch', () => {
  it.each([
    ['adds to the end of a list', { a: [1] }, [{ op: 'add', path: '/a/-', value: 2 }], { a: [1, 2] }],
    [
      'reads escaped pointers',
      { 'a/b~c': 1 },
      [{ op: 'replace', path: '/a~1b~0c', value: 2 }],
      { 'a/b~c': 2 },
    ],
    [
      'goes on after a test that holds',
      { a: 1 },
      [
        { op: 'test', path: '/a', value: 1 },
        { op: 'remove', path: '/a' },
      ],
      {},
    ],
    [
      'moves and copies',
      { a: 1 },
      [
        { op: 'copy', from: '/a', path: '/b' },
        { op: 'move', from: '/a', path: '/c' },
      ],
      { b: 1, c: 1 },
    ],
  ])('%s', (_what, target, patch, expected) => {
    expect(jsonPatch(target, patch)).toEqual(expected);
  });

  it.each([
    ['a failed test', [{ op: 'test', path: '/a', value: 2 }]],
    ['a missing parent', [{ op: 'add', path: '/x/y', value: 1 }]],
    ['a missing key', [{ op: 'remove', path: '/x' }]],
    ['an unknown operation', [{ op: 'frobnicate', path: '/a' }]],
    [
      'a half-good patch',
      [
        { op: 'replace', path: '/a', value: 5 },
        { op: 'remove', path: '/x' },
      ],
    ],
  ])('refuses %s and leaves the object as it was', (_what, patch) => {
    const target = { a: 1 };
    expect(() => jsonPatch(target, patch)).toThrow(
      'the server rejected our request due to an error in our request',
    );
    expect(target).toEqual({ a: 1 });
  });

  it.each([
    ['object', {}],
    ['string', 'x'],
    ['number', 1],
    ['bool', true],
  ])('says that a patch is no list but %s', (type, patch) => {
    expect(() => jsonPatch({}, patch)).toThrow(
      `json: cannot unmarshal ${type} into Go value of type []handlers.jsonPatchOp`,
    );
  });
});

describe('strategic merge patch', () => {
  it.each([
    [
      'merges lists by their key',
      { containers: containers('a', 'b') },
      { containers: [{ name: 'b', image: 'new' }, { name: 'c' }] },
      { containers: [{ name: 'a', image: 'old' }, { name: 'b', image: 'new' }, { name: 'c' }] },
    ],
    [
      'deletes an item',
      { containers: containers('a', 'b') },
      { containers: [{ name: 'a', $patch: 'delete' }] },
      { containers: containers('b') },
    ],
    [
      'replaces a list when told to',
      { containers: containers('a', 'b') },
      { containers: [{ $patch: 'replace' }, { name: 'c' }] },
      { containers: [{ name: 'c' }] },
    ],
    [
      'orders',
      { containers: containers('a', 'b') },
      { $setElementOrder: 1, '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }], containers: [] },
      { containers: containers('b', 'a') },
    ],
    ['unites finalizers', { finalizers: ['a'] }, { finalizers: ['b'] }, { finalizers: ['a', 'b'] }],
    [
      'takes plain values from a list',
      { finalizers: ['a', 'b'] },
      { '$deleteFromPrimitiveList/finalizers': ['a'] },
      { finalizers: ['b'] },
    ],
    ['replaces lists without a key', { args: [1, 2] }, { args: [3] }, { args: [3] }],
    ['keeps only the retained keys', { s: { a: 1, b: 2 } }, { s: { $retainKeys: ['b'] } }, { s: { b: 2 } }],
    ['replaces an object when told to', { s: { a: 1 } }, { s: { $patch: 'replace', b: 2 } }, { s: { b: 2 } }],
    ['removes by null', { a: 1 }, { a: null }, {}],
  ])('%s', (_what, target, patch, expected) => {
    expect(strategicMergePatch(target, patch)).toEqual(expected);
  });
});
