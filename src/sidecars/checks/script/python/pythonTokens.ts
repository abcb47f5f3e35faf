export interface PythonToken {
  kind: 'name' | 'number' | 'string' | 'op';
  text: string;
  /** Of a string its contents, escapes as written; elsewhere the same as `text`. */
  value: string;
  /** The letters before a string: `r`, `f`, `b`. */
  prefix: string;
  pos: number;
}

/** A logical line: what is in brackets or after a backslash belongs to it. */
export interface PythonLine {
  indent: string;
  tokens: PythonToken[];
  pos: number;
}

export interface PythonProblem {
  message: string;
  pos: number;
}

export interface PythonTokens {
  lines: PythonLine[];
  problems: PythonProblem[];
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const STRING_START = /([rRbBuUfF]{0,2})('''|"""|'|")/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\.?\d(?:[eE][+-]|[\w.])*/y;
const OPERATOR = /\*\*=?|\/\/=?|>>=?|<<=?|->|:=|[-+*/%@&|^!=<>]=|./suy;

const match = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

/** Where a string ends whose contents start at `start`; undefined when it does not end. */
const stringEnd = (text: string, start: number, quote: string, isFormat: boolean): number | undefined => {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\\') {
      index += 1;
    } else if (character === '\n' && quote.length === 1) {
      return undefined;
    } else if (isFormat && (character === '{' || character === '}')) {
      depth = Math.max(0, depth + (character === '{' ? 1 : -1));
    } else if (isFormat && depth > 0 && (character === '"' || character === "'")) {
      // Python 3.12 allows its own quotes inside braces; before, they end the string.
      const nested = stringEnd(text, index + 1, character, false);
      const closes = nested === undefined ? -1 : text.slice(nested).search(/[}\n]/);
      if (nested !== undefined && closes >= 0 && text[nested + closes] === '}') {
        index = nested - 1;
      } else if (text.startsWith(quote, index)) {
        return index + quote.length;
      }
    } else if (text.startsWith(quote, index)) {
      return index + quote.length;
    }
  }
  return undefined;
};

/** Splits Python into logical lines of tokens; never throws. Problems are those that surely stop the script. */
export const tokenizePython = (text: string): PythonTokens => {
  const lines: PythonLine[] = [];
  const problems: PythonProblem[] = [];
  const open: { text: string; pos: number }[] = [];
  let line: PythonLine | undefined;
  let lineStart = 0;
  let index = 0;
  const add = (token: PythonToken): void => {
    line ??= {
      indent: /^[ \t\f]*/.exec(text.slice(lineStart, token.pos))?.[0] ?? '',
      tokens: [],
      pos: token.pos,
    };
    line.tokens.push(token);
  };
  const endLine = (): void => {
    if (line !== undefined) {
      lines.push(line);
      line = undefined;
    }
  };
  while (index < text.length) {
    const character = text[index] ?? '';
    if (character === '\n') {
      if (open.length === 0) {
        endLine();
      }
      index += 1;
      if (line === undefined) {
        lineStart = index;
      }
      continue;
    }
    if (character === '#') {
      const end = text.indexOf('\n', index);
      index = end < 0 ? text.length : end;
      continue;
    }
    const continued = match(/\\\r?\n/y, text, index);
    if (continued !== null || /\s/.test(character)) {
      index += continued?.[0].length ?? 1;
      continue;
    }
    const opening = match(STRING_START, text, index);
    if (opening !== null) {
      const [all, prefix = '', quote = ''] = opening;
      const start = index + all.length;
      const end = stringEnd(text, start, quote, /f/i.test(prefix));
      if (end === undefined) {
        problems.push({ message: 'unterminated string literal', pos: index });
        return { lines, problems };
      }
      const whole = text.slice(index, end);
      add({ kind: 'string', text: whole, value: text.slice(start, end - quote.length), prefix, pos: index });
      index = end;
      continue;
    }
    const name = match(NAME, text, index)?.[0];
    const number = name === undefined ? match(NUMBER, text, index)?.[0] : undefined;
    const token = name ?? number ?? match(OPERATOR, text, index)?.[0] ?? character;
    const kind = name !== undefined ? 'name' : number !== undefined ? 'number' : 'op';
    add({ kind, text: token, value: token, prefix: '', pos: index });
    if ('([{'.includes(token)) {
      open.push({ text: token, pos: index });
    } else if (PAIRS[token] !== undefined) {
      const last = open.pop();
      if (last?.text !== PAIRS[token]) {
        problems.push({ message: `unmatched '${token}'`, pos: index });
        return { lines, problems };
      }
    }
    index += token.length;
  }
  endLine();
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    problems.push({ message: `'${unclosed.text}' was never closed`, pos: unclosed.pos });
  }
  return { lines, problems };
};
