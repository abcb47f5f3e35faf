import { xpathTokens } from './xpathTokens';

export interface XPathStep {
  axis: string;
  /** The name that nodes must have; undefined if any will do. */
  name: string | undefined;
  predicates: readonly XPathTree[];
  /** Written as `//`. */
  isAbbreviated?: boolean;
}

/** A part of an XPath. `compute` is a comparison, arithmetic or union; their precedence is not represented. */
export type XPathTree =
  | { kind: 'value' }
  | { kind: 'logic'; operands: readonly XPathTree[] }
  | { kind: 'compute'; operators: readonly string[]; operands: readonly XPathTree[] }
  | { kind: 'call'; name: string; args: readonly XPathTree[] }
  | {
      kind: 'path';
      start: 'root' | 'context' | XPathTree;
      /** Predicates of the start of the path. */
      predicates: readonly XPathTree[];
      steps: readonly XPathStep[];
    };

const LOGIC = ['or', 'and'];
const COMPUTE = ['=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod', '|'];
const NODE_TYPES = ['node', 'text', 'comment', 'processing-instruction'];
const ANY_BELOW: XPathStep = {
  axis: 'descendant-or-self',
  name: undefined,
  predicates: [],
  isAbbreviated: true,
};

/** Parses an XPath 1.0. Throws if it is invalid or nested too deeply. */
export const xpathTree = (xpath: string): XPathTree => {
  const tokens = xpathTokens(xpath);
  let at = 0;

  const isNext = (...texts: string[]): boolean => {
    const token = tokens[at];
    return token !== undefined && token.kind !== 'literal' && texts.includes(token.text);
  };
  const skip = (...texts: string[]): string | undefined => {
    if (!isNext(...texts)) {
      return undefined;
    }
    at += 1;
    return tokens[at - 1]?.text;
  };
  const need = (text: string): void => {
    if (skip(text) === undefined) {
      throw new SyntaxError(`“${text}” is missing`);
    }
  };

  const logic = (): XPathTree => {
    const operands = [compute()];
    while (skip(...LOGIC) !== undefined) {
      operands.push(compute());
    }
    const [first] = operands;
    return first !== undefined && operands.length === 1 ? first : { kind: 'logic', operands };
  };

  const compute = (): XPathTree => {
    let isNegated = false;
    const operands: XPathTree[] = [];
    const operators: string[] = [];
    do {
      while (skip('-') !== undefined) {
        isNegated = true;
      }
      operands.push(path());
      operators.push(skip(...COMPUTE) ?? '');
    } while (operators.at(-1) !== '');
    operators.pop();
    const [first] = operands;
    return first !== undefined && operands.length === 1 && !isNegated
      ? first
      : { kind: 'compute', operators, operands };
  };

  const predicates = (): XPathTree[] => {
    const found: XPathTree[] = [];
    while (skip('[') !== undefined) {
      found.push(logic());
      need(']');
    }
    return found;
  };

  const isStep = (): boolean => isNext('.', '..', '@', '*') || tokens[at]?.kind === 'name';

  const step = (): XPathStep => {
    if (skip('.') !== undefined) {
      return { axis: 'self', name: undefined, predicates: [] };
    }
    if (skip('..') !== undefined) {
      return { axis: 'parent', name: undefined, predicates: [] };
    }
    let axis = skip('@') === undefined ? 'child' : 'attribute';
    if (tokens[at + 1]?.text === '::') {
      axis = tokens[at]?.text ?? '';
      at += 2;
    }
    if (!isStep()) {
      throw new SyntaxError('a step is missing');
    }
    const test = tokens[at]?.text ?? '';
    at += 1;
    const isType = NODE_TYPES.includes(test) && skip('(') !== undefined;
    if (isType) {
      at += tokens[at]?.kind === 'literal' ? 1 : 0;
      need(')');
    }
    const name = isType || test.endsWith('*') ? undefined : test.replace(/^.*:\s*/, '');
    return { axis, name, predicates: predicates() };
  };

  /** A value, a call, or an expression in parentheses; undefined if a path begins here. */
  const primary = (): XPathTree | undefined => {
    const token = tokens[at];
    if (token?.kind === 'literal' || token?.kind === 'number') {
      at += 1;
      return { kind: 'value' };
    }
    if (skip('(') !== undefined) {
      const inner = logic();
      need(')');
      return inner;
    }
    if (token?.kind !== 'name' || tokens[at + 1]?.text !== '(' || NODE_TYPES.includes(token.text)) {
      return undefined;
    }
    at += 2;
    const args: XPathTree[] = [];
    while (!isNext(')')) {
      args.push(logic());
      if (skip(',') === undefined) {
        break;
      }
    }
    need(')');
    return { kind: 'call', name: token.text, args };
  };

  const path = (): XPathTree => {
    const start = primary() ?? (isNext('/', '//') ? 'root' : 'context');
    const own = typeof start === 'object' ? predicates() : [];
    const steps: XPathStep[] = [];
    if (start === 'context') {
      steps.push(step());
    }
    for (let slash = skip('/', '//'); slash !== undefined; slash = skip('/', '//')) {
      if (slash === '//') {
        steps.push(ANY_BELOW);
      } else if (start === 'root' && steps.length === 0 && !isStep()) {
        break;
      }
      steps.push(step());
    }
    return typeof start === 'object' && steps.length + own.length === 0
      ? start
      : { kind: 'path', start, predicates: own, steps };
  };

  const tree = logic();
  if (at < tokens.length) {
    throw new SyntaxError('an operator is missing');
  }
  return tree;
};
