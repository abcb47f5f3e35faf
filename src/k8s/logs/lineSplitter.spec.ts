import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSplitter } from './lineSplitter';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const splitIn = (text: string, sizes: readonly number[]): string[] => {
  const all = bytes(text);
  const splitter = lineSplitter();
  const lines: string[] = [];
  let offset = 0;
  for (const size of sizes) {
    lines.push(...splitter.push(all.subarray(offset, offset + size)));
    offset = Math.min(offset + size, all.length);
  }
  return [...lines, ...splitter.push(all.subarray(offset)), ...splitter.end()];
};

describe('lineSplitter', () => {
  it('returns the same lines however the bytes are split', () => {
    const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\uFEFF]/.test(text) && text !== '');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.nat(9), { maxLength: 60 }),
        (lines, ending, endsWithLineEnd, sizes) => {
          const text = lines.join(ending) + (endsWithLineEnd && lines.length > 0 ? ending : '');
          expect(splitIn(text, sizes)).toEqual(lines);
        },
      ),
    );
  });

  it.each([
    ['nothing', '', []],
    ['empty lines', '\n\na\n', ['', '', 'a']],
    ['no line end at the end', 'a\nb', ['a', 'b']],
    ['a lone carriage return inside a line', 'a\rb\n', ['a\rb']],
  ])('keeps %s', (_what, text, lines) => {
    expect(splitIn(text, [])).toEqual(lines);
  });

  it('replaces a character that stays incomplete', () => {
    expect(splitIn('', [])).toEqual([]);
    const splitter = lineSplitter();
    expect(splitter.push(bytes('€').subarray(0, 2))).toEqual([]);
    expect(splitter.end()).toEqual(['\uFFFD']);
  });

  it('cuts a line at the limit and continues with the next', () => {
    const splitter = lineSplitter(4);
    expect(splitter.push(bytes('abc'))).toEqual([]);
    expect(splitter.push(bytes('defg'))).toEqual([]);
    expect(splitter.push(bytes('h\nij\n'))).toEqual(['abcd', 'ij']);
    expect(splitter.end()).toEqual([]);
  });
});
