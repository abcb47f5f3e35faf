import type { IncomingMessage } from 'node:http';

/** The value of a cookie as it was sent; undefined if it was not. */
export const cookie = ({ headers }: IncomingMessage, name: string): string | undefined => {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at !== -1 && pair.slice(0, at).trim() === name) {
      return pair.slice(at + 1).trim();
    }
  }
  return undefined;
};
