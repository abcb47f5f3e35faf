import type { PythonProblem, PythonStatement } from './pythonScript';

interface Column {
  /** With tabs to the next multiple of 8, and with tabs of 1: Python compares both. */
  wide: number;
  narrow: number;
}

const columnOf = (indent: string): Column => {
  let wide = 0;
  for (const character of indent) {
    wide = character === '\t' ? (Math.floor(wide / 8) + 1) * 8 : character === '\f' ? 0 : wide + 1;
  }
  return { wide, narrow: indent.slice(indent.lastIndexOf('\f') + 1).length };
};

const TABS = 'inconsistent use of tabs and spaces in indentation';

const opensBlock = (statement: PythonStatement | undefined): boolean =>
  statement?.tokens.at(-1)?.text === ':';

/** The first mistake of indentation, by Python's own rules. */
export const indentationProblem = (statements: readonly PythonStatement[]): PythonProblem | undefined => {
  const stack: Column[] = [{ wide: 0, narrow: 0 }];
  let previous: PythonStatement | undefined;
  for (const statement of statements) {
    const before = previous;
    previous = statement;
    if (statement.indent === undefined) continue;
    const problem = (message: string): PythonProblem => ({ message, pos: statement.pos });
    const at = columnOf(statement.indent);
    let top = stack.at(-1) ?? { wide: 0, narrow: 0 };
    if (at.wide > top.wide) {
      if (at.narrow <= top.narrow) return problem(TABS);
      if (!opensBlock(before)) return problem('unexpected indent');
      stack.push(at);
    } else {
      if (opensBlock(before)) {
        return problem('expected an indented block');
      }
      while (at.wide < top.wide && stack.length > 1) {
        stack.pop();
        top = stack.at(-1) ?? { wide: 0, narrow: 0 };
      }
      if (at.wide !== top.wide) return problem('unindent does not match any outer indentation level');
      if (at.narrow !== top.narrow) return problem(TABS);
    }
  }
  return previous !== undefined && opensBlock(previous)
    ? { message: 'expected an indented block', pos: previous.pos }
    : undefined;
};
