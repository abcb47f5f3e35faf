import type { PythonScript, PythonStatement } from './pythonScript';
import { spelled } from './pythonScript';

const CONDITION = /^(?:if|elif|else|while|try|except|match|case|for)$/;

const isMain = ({ tokens }: PythonStatement): boolean => tokens.some(({ text }) => text === '__name__');

/** Whether a statement, or a part of it, runs under a condition only. */
export const isConditional = ({ blocks, tokens }: PythonStatement): boolean =>
  blocks.some((block) => CONDITION.test(block.tokens[0]?.text ?? '') && !isMain(block)) ||
  // A conditional expression, or a comprehension with a condition.
  tokens.slice(1).some(({ kind, text }) => kind === 'name' && /^(?:if|or|and)$/.test(text));

/** The functions whose every call stands under no condition, and the script outside of functions. */
export const alwaysRuns = ({ calls }: PythonScript, inFunction: string | undefined): boolean =>
  inFunction === undefined ||
  calls
    .filter(({ name }) => name === inFunction || name.endsWith(`.${inFunction}`))
    .every(({ statement }) => !isConditional(statement));

const LEAVE = /^(?:return|raise|continue|break)$/;

/** Whether the script, or the function, may have ended before a statement. */
export const leavesBefore = (script: PythonScript, { pos, inFunction }: PythonStatement): boolean =>
  script.statements.some(
    (statement) =>
      statement.pos < pos &&
      (statement.inFunction === inFunction || inFunction === undefined) &&
      isConditional(statement) &&
      (LEAVE.test(statement.tokens[0]?.text ?? '') ||
        /^(?:sys\.exit|exit|quit)\(/.test(spelled(statement.tokens))),
  );
