export interface XPathToken {
  kind: 'literal' | 'number' | 'name' | 'sign' | 'operator';
  text: string;
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_.·-]*`;
const TOKEN = new RegExp(
  [
    String.raw`\s*(?:(?<literal>"[^"]*"|'[^']*')`,
    String.raw`(?<number>\d+(?:\.\d*)?|\.\d+)`,
    String.raw`(?<sign>\.\.|::|//|!=|<=|>=|[()[\].@,|+\-=<>*/$])`,
    // A prefix, but not an axis: `a:b`, not `child::b`.
    String.raw`(?<name>${NAME}(?:\s*:(?!:)\s*(?:${NAME}|\*))?))`,
  ].join('|'),
  'uy',
);
/** After these, `*` and names such as `and` are operands; anywhere else they are operators. */
const BEFORE_OPERAND = '@ :: ( [ , / // | + - = != < <= > >= $'.split(' ');

/** The tokens of an XPath 1.0. Throws if it is invalid. */
export const xpathTokens = (xpath: string): XPathToken[] => {
  const text = xpath.trimEnd();
  const tokens: XPathToken[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const { literal, number, sign, name } = TOKEN.exec(text)?.groups ?? {};
    const last = tokens.at(-1);
    const isOperand =
      last === undefined ||
      last.kind === 'operator' ||
      (last.kind === 'sign' && BEFORE_OPERAND.includes(last.text));
    if (literal !== undefined) {
      tokens.push({ kind: 'literal', text: literal });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: isOperand ? 'name' : 'operator', text: name });
    } else if (sign !== undefined) {
      tokens.push({ kind: sign === '*' && !isOperand ? 'operator' : 'sign', text: sign });
    } else {
      throw new SyntaxError('this is no XPath');
    }
  }
  return tokens;
};
