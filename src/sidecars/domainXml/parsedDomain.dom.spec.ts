import { expect, it } from 'vitest';
import { readDomain } from './parsedDomain';

it('knows where each element stands, and the prefixes that any of them declares', () => {
  const { content } = readDomain('<a>\n<b xmlns:q="urn:q">\n<q:c/></b>\n<d>\n</d></a>');
  if (content.kind === 'malformed') {
    throw new Error(content.message);
  }
  expect([...content.positions].map(([{ tagName }, { line, endLine }]) => [tagName, line, endLine])).toEqual([
    ['a', 1, 5],
    ['b', 2, 3],
    ['q:c', 3, 3],
    ['d', 4, 5],
  ]);
  expect(content.namespaces.get('q')).toBe('urn:q');
});

it('says why a text is no XML', () => {
  expect(readDomain('<a>').content).toMatchObject({ kind: 'malformed' });
});
