import { describe, expect, it } from 'vitest';
import { sizeText } from './sizeText';

describe('sizeText', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1_048_576, '1,048.6 kB'],
  ])('%d is %s', (bytes, text) => {
    expect(sizeText(bytes, 'en')).toBe(text);
  });
});
