import { indentationProblem } from './indentation';
import { tokenizePython, type PythonLine, type PythonProblem, type PythonToken } from './pythonTokens';

/** A line and the headers of the blocks that it stands in, the outermost first. */
export interface PythonStatement extends PythonLine {
  blocks: PythonLine[];
  /** The name of the innermost function around it. */
  inFunction: string | undefined;
}

/** A call: `name` is the dotted path before the bracket, arguments are split at the commas. */
export interface PythonCall {
  name: string;
  args: PythonToken[][];
  pos: number;
  statement: PythonStatement;
  /** The tokens of the statement after the closing bracket. */
  rest: PythonToken[];
}

export interface PythonScript {
  statements: PythonStatement[];
  calls: PythonCall[];
  /** The first mistake that surely keeps Python from running the script. */
  problem: PythonProblem | undefined;
  names: ReadonlySet<string>;
}

const functionNameOf = ({ tokens }: PythonLine): string | undefined => {
  const at = tokens[0]?.text === 'async' ? 1 : 0;
  return tokens[at]?.text === 'def' ? tokens[at + 1]?.text : undefined;
};

const nest = (lines: readonly PythonLine[]): PythonStatement[] => {
  const open: PythonLine[] = [];
  return lines.map((line) => {
    while (open.length > 0 && (open.at(-1)?.indent.length ?? 0) >= line.indent.length) {
      open.pop();
    }
    const blocks = [...open];
    if (line.tokens.at(-1)?.text === ':') {
      open.push(line);
    }
    const inFunction = blocks.map(functionNameOf).findLast((name) => name !== undefined);
    return { ...line, blocks, inFunction };
  });
};

/** The dotted name that ends at `index`: `ET.SubElement`, `sys.stdout.write`. */
const dottedName = (tokens: readonly PythonToken[], index: number): string => {
  let name = tokens[index]?.text ?? '';
  let at = index;
  while (tokens[at - 1]?.text === '.') {
    const before = tokens[at - 2];
    name = `${before?.kind === 'name' ? before.text : ''}.${name}`;
    at -= 2;
    if (before?.kind !== 'name') {
      break;
    }
  }
  return name;
};

const callAt = (statement: PythonStatement, index: number): PythonCall | undefined => {
  const { tokens } = statement;
  const called = tokens[index];
  if (called?.kind !== 'name' || tokens[index + 1]?.text !== '(' || tokens[index - 1]?.text === 'def') {
    return undefined;
  }
  const args: PythonToken[][] = [[]];
  let depth = 0;
  let at = index + 2;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (depth === 0 && token.text === ')')) {
      break;
    }
    depth += '([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0;
    if (depth === 0 && token.text === ',') {
      args.push([]);
    } else {
      args.at(-1)?.push(token);
    }
  }
  const given = args.filter((arg) => arg.length > 0);
  return {
    name: dottedName(tokens, index),
    args: given,
    pos: called.pos,
    statement,
    rest: tokens.slice(at + 1),
  };
};

/** A Python 2 print statement: what Python 3 meets first in most old scripts. */
const printStatement = (statements: readonly PythonStatement[]): PythonProblem | undefined => {
  const found = statements.find(
    ({ tokens: [first, second] }) =>
      first?.text === 'print' &&
      (second?.kind === 'string' || second?.kind === 'name') &&
      !/^(?:if|in|is|and|or|not)$/.test(second.text),
  );
  return found && { message: "missing parentheses in call to 'print'", pos: found.pos };
};

/** Reads a script; never throws. */
export const readPython = (text: string): PythonScript => {
  const { lines, problems } = tokenizePython(text);
  const statements = nest(lines);
  return {
    statements,
    calls: statements.flatMap((statement) =>
      statement.tokens.flatMap((_token, index) => callAt(statement, index) ?? []),
    ),
    problem: problems[0] ?? indentationProblem(lines) ?? printStatement(statements),
    names: new Set(
      statements.flatMap(({ tokens }) =>
        tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text),
      ),
    ),
  };
};

/** The text of a token list as it would be written without blanks: `sys.argv[4]`. */
export const spelled = (tokens: readonly PythonToken[]): string => tokens.map(({ text }) => text).join('');
