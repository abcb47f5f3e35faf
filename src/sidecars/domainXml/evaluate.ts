import type { Expectation } from './expectedResults';
import { prefixesIn } from './namespaces';
import type { DomainElements, ParsedDomain } from './parsedDomain';
import { CHARACTERS_PER_VISIT, MAX_XPATH_LENGTH, xpathCost } from './xpathCost';

export type ExpectationError =
  /** `message` is the browser's and is not translated, here and below. */
  | { code: 'xmlNotWellFormed'; message: string }
  | { code: 'badXPath'; message: string }
  | { code: 'unknownPrefix'; prefix: string }
  /** Would block the page for too long, alone or after the expectations before it. */
  | { code: 'tooExpensive' }
  /** A text expectation without text, which would always hold. */
  | { code: 'emptyText' }
  | { code: 'unknownKind' };

export interface ExpectationResult {
  expectation: Expectation;
  pass: boolean;
  /** Lines of the XML that the expectation is about, from 1, ascending. */
  matchedLines: number[];
  /** The actual value; absent if there is none. */
  actual?: string;
  error?: ExpectationError;
}

type Outcome = Omit<ExpectationResult, 'expectation'>;

/** The limit for all expected results of a page, in visits of nodes: less than 100 ms. */
export interface Budget {
  left: number;
}

export const newBudget = (): Budget => ({ left: 1_000_000 });

/** If enough of the budget is left, subtracts the cost and returns true. */
const spend = (budget: Budget, cost: number): boolean => {
  const isEnough = cost <= budget.left;
  budget.left -= isEnough ? cost : 0;
  return isEnough;
};

/** XPathResult's constants; using the interface would need a browser. */
const XPATH = { any: 0, number: 1, string: 2, boolean: 3, orderedNodes: 7 } as const;

const failed = (error: ExpectationError): Outcome => ({ pass: false, matchedLines: [], error });

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_line, index) => first + index);

/** Returns the lines of ascending offsets. */
const lineReader = (text: string): ((offset: number) => number) => {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
};

const evaluateText = (xml: string, text: string, budget: Budget): Outcome => {
  if (text === '') {
    return failed({ code: 'emptyText' });
  }
  // In the worst case, each place in the XML is compared with a good part of the text.
  if (!spend(budget, (xml.length / CHARACTERS_PER_VISIT) * (1 + text.length / 1_000))) {
    return failed({ code: 'tooExpensive' });
  }
  const lineOf = lineReader(xml);
  const lines = new Set<number>();
  for (let at = xml.indexOf(text); at >= 0; at = xml.indexOf(text, at + text.length)) {
    range(lineOf(at), lineOf(at + text.length - 1)).forEach((line) => lines.add(line));
  }
  return { pass: lines.size > 0, matchedLines: [...lines] };
};

const elementOf = (node: Node): Element | null => {
  if (node.nodeType === 1) {
    return node as Element;
  }
  return node.nodeType === 2 ? (node as Attr).ownerElement : node.parentElement;
};

/** All lines of an element with only text, or the first line of an element with child elements. */
const linesOf = (nodes: readonly Node[], positions: DomainElements['positions']): number[] => {
  const lines = new Set<number>();
  for (const node of nodes) {
    const element = elementOf(node);
    const position = element === null ? undefined : positions.get(element);
    if (position !== undefined) {
      const isLeaf = element?.childElementCount === 0;
      range(position.line, isLeaf ? position.endLine : position.line).forEach((line) => lines.add(line));
    }
  }
  return [...lines].sort((one, other) => one - other);
};

type XPathValue = { kind: 'value'; text: string; holds: boolean } | { kind: 'nodes'; nodes: Node[] };

const readXPath = (
  xpath: string,
  { document, namespaces, size }: DomainElements,
  budget: Budget,
): XPathValue | ExpectationError => {
  if (xpath.length > MAX_XPATH_LENGTH) {
    return { code: 'tooExpensive' };
  }
  const prefix = prefixesIn(xpath).find((used) => !namespaces.has(used));
  if (prefix !== undefined) {
    return { code: 'unknownPrefix', prefix };
  }
  try {
    const resolver = (used: string | null): string | null => namespaces.get(used ?? '') ?? null;
    document.createExpression(xpath, resolver);
    if (!spend(budget, xpathCost(xpath, size()))) {
      return { code: 'tooExpensive' };
    }
    const result = document.evaluate(xpath, document, resolver, XPATH.any, null);
    switch (result.resultType) {
      case XPATH.boolean:
        return { kind: 'value', text: String(result.booleanValue), holds: result.booleanValue };
      case XPATH.number:
        return { kind: 'value', text: String(result.numberValue), holds: Boolean(result.numberValue) };
      case XPATH.string:
        return { kind: 'value', text: result.stringValue, holds: result.stringValue !== '' };
      default: {
        const nodes: Node[] = [];
        for (let node = result.iterateNext(); node !== null; node = result.iterateNext()) {
          nodes.push(node);
        }
        return { kind: 'nodes', nodes };
      }
    }
  } catch (error) {
    return { code: 'badXPath', message: error instanceof Error ? error.message : String(error) };
  }
};

const textOf = (node: Node): string => (node.textContent ?? '').trim();

/** Without `expected`: whether the XPath finds anything. White space around a value is ignored. */
const evaluateXPath = (
  domain: DomainElements,
  xpath: string,
  expected: string | undefined,
  budget: Budget,
): Outcome => {
  const found = readXPath(xpath, domain, budget);
  if ('code' in found) {
    return failed(found);
  }
  if (found.kind === 'value') {
    const pass = expected === undefined ? found.holds : found.text.trim() === expected.trim();
    return { pass, matchedLines: [], ...(pass ? {} : { actual: found.text }) };
  }
  const { nodes } = found;
  const equal = expected === undefined ? nodes : nodes.filter((node) => textOf(node) === expected.trim());
  const [first] = nodes;
  return {
    pass: equal.length > 0,
    matchedLines: linesOf(equal.length > 0 ? equal : nodes, domain.positions),
    ...(equal.length > 0 || first === undefined ? {} : { actual: textOf(first) }),
  };
};

/**
 * One result per expectation, in order. Searches for text even in XML that is not well-formed. Never throws.
 *
 * @param budget shared by all that the page evaluates at once
 */
export const evaluateExpectations = (
  { text, content }: ParsedDomain,
  expectations: readonly Expectation[],
  budget: Budget,
): ExpectationResult[] => {
  const onDomain = (xpath: string, expected: string | undefined): Outcome =>
    content.kind === 'malformed'
      ? failed({ code: 'xmlNotWellFormed', message: content.message })
      : evaluateXPath(content, xpath, expected, budget);
  return expectations.map((expectation): ExpectationResult => {
    switch (expectation.kind) {
      case 'text':
        return { expectation, ...evaluateText(text, expectation.text, budget) };
      case 'xpathEquals':
        return { expectation, ...onDomain(expectation.xpath, expectation.value) };
      case 'xpathExists':
        return { expectation, ...onDomain(expectation.xpath, undefined) };
      case 'unknown':
        return { expectation, ...failed({ code: 'unknownKind' }) };
    }
  });
};
