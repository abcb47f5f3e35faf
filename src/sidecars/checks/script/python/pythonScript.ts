import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { indentationProblem } from './indentation';

export interface PythonToken {
  kind: 'name' | 'string' | 'other';
  text: string;
  /** Of a string its contents, escapes as written; elsewhere the same as `text`. */
  value: string;
  pos: number;
}

/** A simple statement, or the header of a compound one up to its colon. */
export interface PythonStatement {
  tokens: PythonToken[];
  pos: number;
  /** The blanks before it; undefined where it does not begin a line. */
  indent: string | undefined;
  /** The headers of the blocks that it stands in, the outermost first. */
  blocks: PythonStatement[];
  /** The name of the innermost function around it. */
  inFunction: string | undefined;
}

/** A call: `name` is the dotted path before the bracket, arguments are split at the commas. */
export interface PythonCall {
  name: string;
  args: PythonToken[][];
  pos: number;
  /** The offset behind the closing bracket. */
  end: number;
  statement: PythonStatement;
}

export interface PythonProblem {
  message: string;
  pos: number;
}

export interface PythonScript {
  statements: PythonStatement[];
  calls: PythonCall[];
  /** The first mistake that surely keeps Python from running the script. */
  problem: PythonProblem | undefined;
  names: ReadonlySet<string>;
}

const OPENING = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

const BODY = /^(?:Match)?Body$/;
const SPLIT = /^(?:Script|(?:Match)?Body|StatementGroup)$/;
const PRINT_STATEMENT = /^print\s*["'\p{L}_]/u;

const functionNameOf = ({ tokens }: PythonStatement): string | undefined => {
  const at = tokens[0]?.text === 'async' ? 1 : 0;
  return tokens[at]?.text === 'def' ? tokens[at + 1]?.text : undefined;
};

/** The contents of a string; undefined when it does not end. */
const contentsOf = (literal: string): string | undefined => {
  const [, quote = '', rest = ''] = /^[a-z]*('''|"""|'|")([^]*)$/i.exec(literal) ?? [];
  const contents = rest.slice(0, -quote.length);
  const isEscaped = (/\\*$/.exec(contents)?.[0].length ?? 0) % 2 === 1;
  return rest.endsWith(quote) && !isEscaped ? contents : undefined;
};

/** The dotted name of what is called: `ET.SubElement`, `sys.stdout.write`; `.text` of what is no name. */
const calledName = (callee: SyntaxNode, text: string): string | undefined => {
  if (callee.name === 'VariableName') {
    return text.slice(callee.from, callee.to);
  }
  const { firstChild, lastChild } = callee;
  return callee.name === 'MemberExpression' && firstChild !== null && lastChild?.name === 'PropertyName'
    ? `${calledName(firstChild, text) ?? ''}.${text.slice(lastChild.from, lastChild.to)}`
    : undefined;
};

/** The index of the first token at or behind an offset. */
const firstFrom = (tokens: readonly PythonToken[], offset: number): number => {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.pos ?? 0) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
};

/** Calls inside so many others are not read: each has the tokens of all calls in it. */
const MAX_NESTED_CALLS = 30;

const callOf = (node: SyntaxNode, statement: PythonStatement, text: string): PythonCall | undefined => {
  const { firstChild: callee, lastChild: list } = node;
  const name = callee === null ? undefined : calledName(callee, text);
  if (callee === null || name === undefined || list?.name !== 'ArgList') {
    return undefined;
  }
  const commas = list.getChildren(',').map(({ from }) => from);
  const args = [list.from, ...commas].map((from, index) =>
    statement.tokens.slice(
      firstFrom(statement.tokens, from + 1),
      firstFrom(statement.tokens, commas[index] ?? list.to - 1),
    ),
  );
  return {
    name,
    args: args.filter((arg) => arg.length > 0),
    pos: callee.lastChild?.from ?? callee.from,
    end: node.to,
    statement,
  };
};

/**
 * Reads a script; never throws. The parser reads on after mistakes and takes some correct lines for mistakes (`yield`
 * alone, `20.`), so that none of its errors is a problem by itself.
 */
export const readPython = (text: string): PythonScript => {
  const statements: PythonStatement[] = [];
  const calls: PythonCall[] = [];
  const names = new Set<string>();
  const open: (PythonStatement | undefined)[] = [];
  const brackets: PythonToken[] = [];
  let statement: PythonStatement | undefined;
  let end = 0;
  let problem: PythonProblem | undefined;
  let printStatement: PythonProblem | undefined;
  let openCalls = 0;

  const add = (token: PythonToken): void => {
    const gap = text.slice(end, token.pos);
    const isNewLine = brackets.length === 0 && (statements.length === 0 || /(?<!\\ ?)\n/.test(gap));
    if (statement === undefined || isNewLine) {
      const blocks = open.filter((block) => block !== undefined);
      statement = {
        tokens: [],
        pos: token.pos,
        indent: isNewLine ? /[ \t\f]*$/.exec(gap)?.[0] : undefined,
        blocks,
        inFunction: blocks.map(functionNameOf).findLast((name) => name !== undefined),
      };
      statements.push(statement);
    }
    statement.tokens.push(token);
    const opening = OPENING.get(token.text);
    if ('([{'.includes(token.text)) {
      brackets.push(token);
    } else if (opening !== undefined && brackets.pop()?.text !== opening) {
      problem ??= { message: `unmatched '${token.text}'`, pos: token.pos };
    }
  };

  parser.parse(text).iterate({
    enter: ({ name, from, to, type, node }) => {
      const word = text.slice(from, to);
      const isString = name === 'String' || name === 'FormatString';
      if (SPLIT.test(node.parent?.name ?? '') && name !== ':') {
        statement = undefined;
      }
      if (name === 'CallExpression') {
        openCalls += 1;
      }
      if (BODY.test(name)) {
        open.push(statement);
      } else if (name === 'PrintStatement' && PRINT_STATEMENT.test(word) && node.getChild('⚠') === null) {
        printStatement ??= { message: "missing parentheses in call to 'print'", pos: from };
      } else if (isString) {
        const value = contentsOf(word);
        problem ??= value === undefined ? { message: 'unterminated string literal', pos: from } : undefined;
        add({ kind: 'string', text: word, value: value ?? '', pos: from });
        end = to;
      } else if (node.firstChild === null && from < to && (!type.isError || OPENING.has(word))) {
        const kind = /^[\p{L}_]/u.test(word) ? 'name' : 'other';
        if (name !== 'Comment' && name !== ';') {
          if (kind === 'name') names.add(word);
          add({ kind, text: word, value: word, pos: from });
        }
        end = to;
      }
      return !isString;
    },
    leave: ({ name, node }) => {
      if (BODY.test(name)) {
        open.pop();
        statement = undefined;
      }
      if (name === 'CallExpression') {
        const call = openCalls <= MAX_NESTED_CALLS ? statement && callOf(node, statement, text) : undefined;
        openCalls -= 1;
        if (call !== undefined) {
          calls.push(call);
        }
      }
    },
  });
  const unclosed = brackets.at(-1);
  return {
    statements,
    calls: calls.sort((one, other) => one.pos - other.pos),
    problem:
      problem ??
      (unclosed && { message: `'${unclosed.text}' was never closed`, pos: unclosed.pos }) ??
      indentationProblem(statements) ??
      printStatement,
    names,
  };
};

/** The text of a token list as it would be written without blanks: `sys.argv[4]`. */
export const spelled = (tokens: readonly PythonToken[]): string => tokens.map(({ text }) => text).join('');
