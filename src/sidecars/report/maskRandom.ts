import { MASK } from './mask';

/** What is public though it looks random: certificates, public keys, fingerprints. And long words. */
const WORDS =
  /-----BEGIN (?:CERTIFICATE|[A-Z ]{0,20}PUBLIC KEY)-----[A-Za-z0-9+/=\s\\]*|\b(?:ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+) AAAA[A-Za-z0-9+/=]+|\bSHA256:[A-Za-z0-9+/=]+|[A-Za-z0-9+/_=-]{32,}/g;

const countOf = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0;

/** Paths, names and digests have few capital letters, or none. */
const isRandom = (word: string): boolean =>
  /[a-z]/.test(word) && countOf(word, /\d/g) > 1 && countOf(word, /[A-Z]/g) * 8 > word.length;

/** Long words that look random may be tokens or keys of any kind. */
export const maskRandom = (text: string): string =>
  text.replace(WORDS, (word) =>
    /^(?:-----BEGIN|\S+ AAAA|SHA256:)/.test(word) || !isRandom(word) ? word : MASK,
  );
