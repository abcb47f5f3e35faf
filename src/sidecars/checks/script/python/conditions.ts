import type { PythonScript, PythonStatement } from './pythonScript';
import { spelled } from './pythonScript';

const CONDITION = /^(?:if|elif|else|while|try|except|match|case|for)$/;

const isMain = ({ tokens }: PythonStatement): boolean => tokens.some(({ text }) => text === '__name__');

/** Whether a statement, or a part of it, runs under a condition only. */
export const isConditional = ({ blocks, tokens }: PythonStatement): boolean =>
  blocks.some((block) => CONDITION.test(block.tokens[0]?.text ?? '') && !isMain(block)) ||
  // A conditional expression, or a comprehension with a condition.
  tokens.slice(1).some(({ kind, text }) => kind === 'name' && /^(?:if|or|and)$/.test(text));

const LEAVE = /^(?:return|raise|continue|break)$/;

/** Which statements of a script always run: asked for many statements, so that all is found out once. */
export const alwaysRuns = ({
  calls,
  statements,
}: PythonScript): ((statement: PythonStatement) => boolean) => {
  const maybeCalled = new Set(
    calls
      .filter(({ statement }) => isConditional(statement))
      .map(({ name }) => name.slice(name.lastIndexOf('.') + 1)),
  );
  // Where the script, or a function, may end early.
  const ends = new Map<string | undefined, number>();
  for (const statement of statements) {
    const { tokens, pos, inFunction } = statement;
    const isEnd =
      LEAVE.test(tokens[0]?.text ?? '') || /^(?:sys\.exit|exit|quit)\(/.test(spelled(tokens.slice(0, 4)));
    if (isEnd && isConditional(statement)) {
      for (const place of [inFunction, undefined]) {
        ends.set(place, Math.min(ends.get(place) ?? pos, pos));
      }
    }
  }
  return (statement) =>
    !isConditional(statement) &&
    statement.pos <= (ends.get(statement.inFunction) ?? statement.pos) &&
    (statement.inFunction === undefined || !maybeCalled.has(statement.inFunction));
};
