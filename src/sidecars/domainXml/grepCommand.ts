import type { Expectation } from './expectedResults';
import { shellCommand } from '../text/shellQuote';

/** The guide's command for its example. */
const GUIDE_GREP = 'grep -A3 manufacturer';

/**
 * The pipe that searches for the first expected result that grep can find: a text, or the value of an XPath. Skips
 * values that XML escapes (`&` is `&amp;`) or that span lines.
 */
export const grepCommand = (expectations: readonly Expectation[]): string => {
  for (const expectation of expectations) {
    const text =
      expectation.kind === 'text'
        ? expectation.text
        : expectation.kind === 'xpathEquals' && !/[&<>'"]/.test(expectation.value)
          ? expectation.value
          : '';
    if (text !== '' && !text.includes('\n')) {
      return shellCommand('grep', '-F', '--', text);
    }
  }
  return GUIDE_GREP;
};
