import fc from 'fast-check';
import { expect, it } from 'vitest';
import { goJson } from './goJson';

it('encodes strings as Go does', () => {
  expect(goJson({ 'a&b': ['<entry>', '\u2028\u2029', 'é "\\ \t\b\f/'] })).toBe(
    String.raw`{"a\u0026b":["\u003centry\u003e","\u2028\u2029","é \"\\ \t\b\f/"]}`,
  );
});

it('means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      expect(JSON.parse(goJson([value, text]))).toEqual(JSON.parse(JSON.stringify([value, text])));
    }),
    { numRuns: 20 },
  );
});
