import { finish, type Steps } from '../text/steps';
import { MASK, mask } from './mask';
import { maskKeys } from './maskKeys';
import { maskYaml } from './maskYaml';
import { NAMED } from './secretNames';
import { IN_LINES, JSON_NUMBER, NAMED_SECRETS, OTHER_SECRETS } from './secretPatterns';

/** Of so many characters, and the line that they end in, at a time. */
const PIECE = 64 * 1024;

function* maskInLines(text: string, keepLines: boolean): Steps<string> {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const lineEnd = text.indexOf('\n', start + PIECE);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    pieces.push(IN_LINES.reduce((piece, pattern) => mask(piece, pattern, keepLines), text.slice(start, end)));
    start = end;
    yield;
  }
  return pieces.join('');
}

function* maskAll(text: string, keepLines: boolean): Steps<string> {
  const isNamed = NAMED.test(text);
  yield;
  let masked = yield* maskKeys(text, keepLines);
  if (isNamed) {
    yield;
    masked = masked.replace(JSON_NUMBER, `$1$2"${MASK}$2"`);
  }
  for (const pattern of [...(isNamed ? NAMED_SECRETS : []), ...OTHER_SECRETS]) {
    yield;
    masked = mask(masked, pattern, keepLines);
  }
  yield;
  return isNamed ? yield* maskYaml(yield* maskInLines(masked, keepLines), keepLines) : masked;
}

/** As `maskSecrets`, in steps of which each takes no more than milliseconds for a megabyte. */
export function* maskSteps(text: string, keepLines = false): Steps<string> {
  try {
    return yield* maskAll(text, keepLines);
  } catch {
    return MASK;
  }
}

/**
 * The text without what may be secret: passwords, tokens, keys, cloud-init data, in JSON, YAML, XML, scripts and
 * logs. It rather takes too much than too little: all of a text with a value of so many megabytes that the browser's
 * regular expressions give up. Masking twice is the same as once. Never throws.
 *
 * @param keepLines leaves every line where it is, for texts whose lines are counted
 */
export const maskSecrets = (text: string, keepLines = false): string => finish(maskSteps(text, keepLines));
