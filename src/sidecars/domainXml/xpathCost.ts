import type { DocumentSize } from './documentSize';
import { xpathTree, type XPathStep, type XPathTree } from './xpathTree';

/** Nodes that several evaluations find together. */
interface NodeSet {
  /** Number of different nodes. */
  distinct: number;
  /** How many evaluations may find the same node. */
  repeated: number;
  /** How many of them may be nested in each other; nested nodes share their text. */
  nested: number;
}

interface Work {
  cost: number;
  /** Undefined for a number, string or boolean. */
  nodes?: NodeSet;
}

type XPathPath = Extract<XPathTree, { kind: 'path' }>;
type XPathCompute = Extract<XPathTree, { kind: 'compute' }>;

/**
 * For an axis from some nodes: how many nodes are visited, and from how many start nodes the same one may be reached.
 */
type Axis = (from: number, size: DocumentSize) => { visited: number; reached: number };

const child: Axis = (from, { nodes }) => ({ visited: from + nodes, reached: 1 });
const descendant: Axis = (from, { nodes, descendants, depth }) => ({
  visited: Math.min(from * nodes, descendants),
  reached: Math.min(from, depth),
});
const ancestor: Axis = (from, { nodes, descendants, depth }) => ({
  visited: Math.min(from * depth, descendants),
  reached: Math.min(from, nodes),
});
const sibling: Axis = (from, { siblings, width }) => ({
  visited: from + Math.min(from * width, siblings),
  reached: Math.min(from, width),
});
/** `following`, `preceding` and unknown axes. */
const anywhere: Axis = (from, { nodes }) => ({ visited: from * nodes, reached: from });

const AXES = new Map<string, Axis>([
  ['child', child],
  ['attribute', child],
  ['self', (from) => ({ visited: from, reached: 1 })],
  ['parent', (from, { width }) => ({ visited: from, reached: Math.min(from, width) })],
  ['descendant', descendant],
  ['descendant-or-self', descendant],
  ['ancestor', ancestor],
  ['ancestor-or-self', ancestor],
  ['following-sibling', sibling],
  ['preceding-sibling', sibling],
]);

/** Functions that do not read the text of their nodes. */
const TEXTLESS = ['count', 'boolean', 'not', 'name', 'local-name', 'namespace-uri'];
/** Characters that a browser reads in the time in which it visits a node. */
export const CHARACTERS_PER_VISIT = 100;
/** Checking longer ones takes too long, and no expected result needs one. */
export const MAX_XPATH_LENGTH = 2_000;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * An upper bound of the work of an XPath, in visits of nodes. Browsers cannot stop an XPath, and each level of nested
 * predicates may multiply the work by the size of the document. Infinite if it is not known.
 */
export const xpathCost = (xpath: string, size: DocumentSize): number => {
  // A function such as `translate` may read its own arguments for each character.
  const textCost = (size.characters * Math.max(xpath.length, 100)) / 100 / CHARACTERS_PER_VISIT;
  const reading = ({ distinct, repeated, nested }: NodeSet): number =>
    repeated * (distinct + Math.min(distinct, nested) * textCost);

  const stepWork = (
    { axis, name, predicates, isAbbreviated }: XPathStep,
    from: NodeSet,
    contexts: number,
  ): Work & { nodes: NodeSet } => {
    const { visited, reached } = (AXES.get(axis) ?? anywhere)(from.distinct, size);
    const named = name === undefined || axis === 'attribute' ? size.nodes : (size.named.get(name) ?? 0);
    const distinct = Math.min(named, visited, size.nodes);
    // Predicates are evaluated before duplicate nodes are removed.
    const seen = from.repeated * reached;
    const tests = sum(predicates.map((predicate) => seen * work(predicate, distinct).cost));
    return {
      cost: from.repeated * visited + tests,
      // The browser may combine `//` and the next step, and then removes no duplicates between them.
      nodes: {
        distinct,
        repeated: isAbbreviated ? seen : Math.min(seen, contexts),
        nested: axis === 'attribute' ? 1 : size.depth,
      },
    };
  };

  const pathWork = ({ start, predicates, steps }: XPathPath, contexts: number): Work => {
    let { cost, nodes }: Work =
      typeof start === 'object'
        ? work(start, contexts)
        : {
            cost: contexts,
            nodes:
              start === 'root'
                ? { distinct: 1, repeated: contexts, nested: 1 }
                : { distinct: contexts, repeated: 1, nested: size.depth },
          };
    if (nodes === undefined) {
      return { cost };
    }
    const { distinct, repeated } = nodes;
    cost += sum(predicates.map((predicate) => repeated * work(predicate, distinct).cost));
    for (const step of steps) {
      const next = stepWork(step, nodes, contexts);
      cost += next.cost;
      ({ nodes } = next);
    }
    return { cost, nodes };
  };

  /** Operators other than `|` may compare each node of a set with each of another. */
  const comparing = (sets: readonly NodeSet[], contexts: number): number =>
    sum(
      sets.map((one, index) => {
        const others = sets.filter((_other, at) => at !== index);
        return (
          reading(one) + sum(others.map((other) => other.distinct * reading({ ...one, repeated: contexts })))
        );
      }),
    );

  const computeWork = ({ operators, operands }: XPathCompute, contexts: number): Work => {
    const works = operands.map((operand) => work(operand, contexts));
    const sets = works.flatMap(({ nodes }) => (nodes === undefined ? [] : [nodes]));
    const isUnion = operators.length > 0 && operators.every((operator) => operator === '|');
    const cost =
      contexts * operands.length +
      sum(works.map((each) => each.cost)) +
      (isUnion ? 0 : comparing(sets, contexts));
    if (!operators.includes('|')) {
      return { cost };
    }
    const nodes = {
      distinct: Math.min(size.nodes, sum(sets.map(({ distinct }) => distinct))),
      repeated: Math.min(contexts, sum(sets.map(({ repeated }) => repeated))),
      nested: size.depth,
    };
    // The browser sorts unions.
    return { cost: cost + nodes.repeated * nodes.distinct * size.depth, nodes };
  };

  const work = (tree: XPathTree, contexts: number): Work => {
    switch (tree.kind) {
      case 'value':
        return { cost: contexts };
      case 'logic':
        return { cost: contexts + sum(tree.operands.map((operand) => work(operand, contexts).cost)) };
      case 'call': {
        const works = tree.args.map((arg) => work(arg, contexts));
        const sets = works.flatMap(({ nodes }) => (nodes === undefined ? [] : [nodes]));
        const texts = TEXTLESS.includes(tree.name)
          ? 0
          : sum(sets.map(reading)) + reading({ distinct: contexts, repeated: 1, nested: size.depth });
        const cost = contexts + sum(works.map((each) => each.cost)) + texts;
        return tree.name === 'id'
          ? {
              cost: cost + contexts * size.nodes,
              nodes: { distinct: size.nodes, repeated: contexts, nested: size.depth },
            }
          : { cost };
      }
      case 'compute':
        return computeWork(tree, contexts);
      case 'path':
        return pathWork(tree, contexts);
    }
  };

  try {
    return work(xpathTree(xpath), 1).cost;
  } catch {
    return Infinity;
  }
};
