import { MASK, mask } from './mask';

const END = '-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----';
const KEY = new RegExp(`(-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)[\\s\\S]*?(${END}|$)`, 'g');
const KEY_END = new RegExp(END);

/** So many characters are no word. */
const LONG = 40;

/** Whether a line may be of a key: one word, whatever signs stand around it, or the end of it is as long as a key's lines. */
const maybeOfKey = (line: string): boolean => {
  if (line.includes(MASK) || line.includes('-----')) {
    return false;
  }
  const words = line.match(/[A-Za-z0-9+/=]+/g) ?? [];
  return words.length <= 1 || (words.at(-1)?.length ?? 0) >= LONG;
};

/** Where what may be of a key begins that goes on to the end of `text`, behind line ends that JSON writes as `\n` too. */
const startOfRun = (text: string): number => {
  let start = text.length;
  while (start > 0 && /[A-Za-z0-9+/=\\]/.test(text.charAt(start - 1))) {
    start -= 1;
  }
  return start;
};

/** Ends of keys whose beginnings are not there. Each line is looked at once: what stands before an end stops the next. */
const maskBeforeEnds = (text: string, keepLines: boolean): string => {
  const shown: string[] = [];
  for (const line of text.split('\n')) {
    const end = line.includes('-----END ') ? KEY_END.exec(line) : null;
    const before = line.slice(0, end?.index ?? 0);
    if (end === null || before.endsWith(MASK)) {
      shown.push(line);
      continue;
    }
    const start = startOfRun(before);
    let first = shown.length;
    while (first > 0 && maybeOfKey(shown[first - 1] ?? '')) {
      first -= 1;
    }
    while (first < shown.length && shown[first]?.trim() === '') {
      first += 1;
    }
    const above = shown.splice(first);
    if (above.length > 0) {
      shown.push(MASK, ...(keepLines ? above.slice(1).map(() => '') : []));
    }
    const isOwn = above.length === 0 && start < before.length;
    shown.push(`${before.slice(0, start)}${isOwn ? MASK : ''}${line.slice(end.index)}`);
  }
  return shown.join('\n');
};

/** Some lines of base64 as long as a key's, and what follows them. */
const BEGINNING =
  /^(?:[A-Za-z0-9+/=]{1,80}\r?\n)?[A-Za-z0-9+/=]{60,80}(?:\r?\n[A-Za-z0-9+/=]{1,80}…?(?=\r?\n|$))*(?=\r?\n|…?$)/;
/** What is no key ends in other words, and digests have no capital letters. */
const NO_KEY = /^\s*-----END (?![A-Z ]*PRIVATE)/;

/** A text that begins within a key, and does not show its end. */
const maskBeginning = (text: string, keepLines: boolean): string => {
  const [key = ''] = BEGINNING.exec(text) ?? [];
  const rest = text.slice(key.length);
  const lines = key.split('\n');
  return lines.length < 2 || !/[A-Z].*[a-z]|[a-z].*[A-Z]/.test(key) || NO_KEY.test(rest)
    ? text
    : `${MASK}${keepLines ? '\n'.repeat(lines.length - 1) : ''}${rest}`;
};

/** Private keys as PEM and PGP have them, also where the text begins or ends within one. */
export const maskKeys = (text: string, keepLines: boolean): string => {
  const masked = maskBeginning(mask(text, KEY, keepLines), keepLines);
  return KEY_END.test(masked) ? maskBeforeEnds(masked, keepLines) : masked;
};
