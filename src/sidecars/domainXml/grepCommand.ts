import type { Expectation } from './expectedResults';
import { shellCommand } from '../text/shellQuote';

/** As the guide looks for its example. */
const GUIDE_GREP = 'grep -A3 manufacturer';

/**
 * The pipe that looks for the first expected result which grep can find: a text, or the value of an XPath. A value that
 * XML writes otherwise (`&` is `&amp;`) or that spans lines is none.
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
