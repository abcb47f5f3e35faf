import { randomBytes } from 'node:crypto';

/** Letters that generated names end with: no vowels, no digits that look like letters. */
export const generatedSuffix = (): string =>
  Array.from(randomBytes(5), (byte) => 'bcdfghjklmnpqrstvwxz2456789'.charAt(byte % 27)).join('');
