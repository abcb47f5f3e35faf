import { printedTexts } from './printed';
import { scriptCheck } from './scriptCheck';

/** `echo running`, `print("called")`: what is printed beside the XML or JSON becomes a part of the result. */
export const extraOutput = scriptCheck('extraOutput', ({ source, shell, python, text }) => {
  const printed = printedTexts(shell, python, text);
  // A script may print its result piece by piece.
  if (source.hookPoint === undefined || printed.some((piece) => /^\s*[<{[]/.test(piece.text))) {
    return [];
  }
  const messages = printed.filter((piece) => /^\s*[A-Za-z]/.test(piece.text) && !piece.text.includes('<'));
  // One message is enough to break the result, so that only the first one is reported.
  const first = messages.find(({ conditional }) => !conditional) ?? messages[0];
  return first === undefined
    ? []
    : [
        {
          pos: first.pos,
          params: { hookPoint: source.hookPoint },
          severity: first.conditional ? 'warning' : 'error',
        },
      ];
});
