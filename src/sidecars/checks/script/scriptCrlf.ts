import { bomLength, scriptCheck } from './scriptCheck';

/** The kernel takes the carriage return for a part of the interpreter's name. */
export const scriptCrlf = scriptCheck('scriptCrlf', (script) => {
  const { text } = script.source;
  const at = text.indexOf('\r\n');
  return at < 0 ? [] : [{ pos: at - bomLength(script), fixed: text.replaceAll('\r\n', '\n') }];
});
