import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedBuffer } from './boundedBuffer';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('boundedBuffer', () => {
  it('decodes any text, however its bytes are split into chunks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(40), { maxLength: 12 }), (text, sizes) => {
        // TextDecoder correctly removes a leading byte order mark.
        fc.pre(!text.startsWith('\uFEFF'));
        const all = bytes(text);
        const buffer = boundedBuffer(1_000_000);
        let offset = 0;
        for (const size of sizes) {
          buffer.push(all.subarray(offset, offset + size));
          offset = Math.min(offset + size, all.length);
        }
        buffer.push(all.subarray(offset));
        expect(buffer.text()).toBe(text);
        expect(buffer.received()).toBe(all.length);
        expect(buffer.cut()).toBe(false);
      }),
    );
  });

  it('stores at most the limit and counts everything', () => {
    const buffer = boundedBuffer(5);
    buffer.push(bytes('abc'));
    buffer.push(bytes('defg'));
    buffer.push(bytes('h'));
    expect(buffer.text()).toBe('abcde');
    expect(buffer.received()).toBe(8);
    expect(buffer.cut()).toBe(true);
  });

  it('is not cut when the output is exactly as long as the limit', () => {
    const buffer = boundedBuffer(3);
    buffer.push(bytes('abc'));
    buffer.push(new Uint8Array());
    expect(buffer.cut()).toBe(false);
    expect(buffer.text()).toBe('abc');
  });

  it('omits a character that the limit cuts, but not one that was never complete', () => {
    const cut = boundedBuffer(3);
    cut.push(bytes('ab€'));
    expect(cut.text()).toBe('ab');
    const broken = boundedBuffer(100);
    broken.push(bytes('ab€').subarray(0, 3));
    expect(broken.text()).toBe('ab\uFFFD');
  });

  it('is independent of later changes to a chunk that it cut', () => {
    const buffer = boundedBuffer(2);
    const chunk = bytes('abc');
    buffer.push(chunk);
    chunk.fill(0);
    expect(buffer.text()).toBe('ab');
  });
});
