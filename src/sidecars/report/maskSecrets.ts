import { MASK, mask } from './mask';
import { maskKeys } from './maskKeys';
import { maskRandom } from './maskRandom';
import { maskYaml } from './maskYaml';
import { COMMANDS } from './secretCommands';
import { NAMED } from './secretNames';
import { IN_LINES, JSON_NUMBER, NAMED_SECRETS } from './secretPatterns';
import { IS_SECRET, SECRET_DATA, TOKENS } from './secretTokens';

const maskAll = (text: string, keepLines: boolean): string => {
  const maskBy = (masked: string, patterns: readonly RegExp[]): string =>
    patterns.reduce((before, pattern) => mask(before, pattern, keepLines), masked);
  const withoutKeys = maskKeys(text, keepLines);
  if (!NAMED.test(text)) {
    return maskRandom(maskBy(withoutKeys, [...COMMANDS, ...TOKENS]));
  }
  const withoutNumbers = withoutKeys.replace(JSON_NUMBER, `$1$2"${MASK}$2"`);
  const secretData = IS_SECRET.test(text) ? [SECRET_DATA] : [];
  const patterns = [...secretData, ...NAMED_SECRETS, ...COMMANDS, ...TOKENS, ...IN_LINES];
  const withoutNames = maskBy(withoutNumbers, patterns);
  return maskRandom(maskYaml(withoutNames, keepLines));
};

/**
 * The text without what may be secret: passwords, tokens, keys, cloud-init data, in JSON, YAML, XML, scripts and
 * logs. It rather takes too much than too little: all of a text with a value of so many megabytes that the browser's
 * regular expressions give up. Masking twice is the same as once. Never throws.
 *
 * @param keepLines leaves every line where it is, for texts whose lines are counted
 */
export const maskSecrets = (text: string, keepLines = false): string => {
  try {
    return maskAll(text, keepLines);
  } catch {
    return MASK;
  }
};
