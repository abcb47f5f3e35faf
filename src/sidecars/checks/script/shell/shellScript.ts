import {
  forEachChild,
  parse,
  type Assignment,
  type Case,
  type Command,
  type ParseError,
  type Redirection,
  type SyntaxNode,
  type TestBinaryExpression,
  type Word,
} from 'unbash';

/** A simple command and what stands around it. */
export interface ShellCommand {
  /** Undefined when it is computed, or when there are only assignments. */
  name: string | undefined;
  args: Word[];
  redirects: readonly Redirection[];
  /** Those of the groups and loops around it, which hold where it has none of its own. */
  outerRedirects: readonly Redirection[];
  pos: number;
  /** The name of the function that it stands in. */
  inFunction: string | undefined;
  /** It runs under a condition only: in if, case, a loop, or after && or ||. */
  conditional: boolean;
  /** Its output goes to another command, or is taken as text by `$( )`. */
  captured: boolean;
  /** What must hold, or must not, for it to run; loops aside. */
  conditions: readonly Condition[];
  /** All words of it: name, arguments, values of assignments, redirections. */
  words: Word[];
}

/** The text between two offsets, which the script takes for true or not. */
export interface Condition {
  pos: number;
  end: number;
  holds: boolean;
}

/** A shell script as a list of what the checks ask for; offsets are those of the text. */
export interface ShellScript {
  errors: readonly ParseError[];
  commands: ShellCommand[];
  assignments: { assignment: Assignment; inFunction: string | undefined }[];
  cases: Case[];
  /** Comparisons inside `[[ ]]`. */
  tests: TestBinaryExpression[];
  words: Word[];
  functions: ReadonlySet<string>;
}

interface Around {
  inFunction: string | undefined;
  conditional: boolean;
  captured: boolean;
  redirects: readonly Redirection[];
  conditions: readonly Condition[];
  /** How many substitutions are around it. */
  depth: number;
}

/** Substitutions in one another are each parsed anew: nobody writes more of them. */
const MAX_SUBSTITUTIONS = 10;

const CONDITIONS: readonly SyntaxNode['type'][] = ['If', 'Case', 'For', 'While', 'Select', 'ArithmeticFor'];

const commandOf = (node: Command, around: Around): ShellCommand => ({
  name: node.name && !hasExpansion(node.name) ? node.name.value : undefined,
  args: node.args.filter((arg) => arg.type === 'Word'),
  redirects: node.redirects,
  outerRedirects: around.redirects,
  pos: node.pos,
  inFunction: around.inFunction,
  conditional: around.conditional,
  captured: around.captured,
  conditions: around.conditions,
  words: wordsOf(node),
});

const wordsOf = (node: Command): Word[] => {
  const found: Word[] = [];
  const visit = (child: SyntaxNode): void => {
    if (child.type === 'Word') {
      found.push(child);
    } else {
      forEachChild(child, visit);
    }
  };
  forEachChild(node, visit);
  return found;
};

/** Whether the text of a word is only known when the script runs. */
const hasExpansion = (word: Word): boolean => {
  let found = false;
  const visit = (node: SyntaxNode): void => {
    found ||= /Expansion$|^ProcessSubstitution$/.test(node.type) && node.type !== 'BraceExpansion';
    if (!found) {
      forEachChild(node, visit);
    }
  };
  forEachChild(word, visit);
  return found;
};

/** `! grep …` holds when grep does not. */
const conditionOf = (node: SyntaxNode, holds: boolean): Condition => {
  const [only] = node.type === 'CompoundList' ? node.commands : [];
  const inner = only?.type === 'Statement' ? only.command : node;
  const isNegated = inner.type === 'Pipeline' && inner.prefixes.some(({ type }) => type === 'Negation');
  return { pos: node.pos, end: node.end, holds: holds !== isNegated };
};

/** What decides whether a child of a node, its child at `at`, runs. */
const conditionsOf = (node: SyntaxNode, child: SyntaxNode, at: number): Condition[] => {
  if (node.type === 'AndOr') {
    const before = node.commands[at - 1];
    return before === undefined ? [] : [conditionOf(before, node.operators[at - 1] === '&&')];
  }
  if (node.type === 'If') {
    const failed = [node, ...node.elif.filter(({ pos }) => pos < child.pos)].map(({ clause }) =>
      conditionOf(clause, false),
    );
    return child === node.clause ? [] : child === node.then ? [conditionOf(node.clause, true)] : failed;
  }
  if (node.type === 'Elif') {
    return child === node.then ? [conditionOf(node.clause, true)] : [];
  }
  const [first] = node.type === 'CaseItem' ? node.pattern : [];
  const isPattern = first !== undefined && first.value !== '*' && child.type === 'CompoundList';
  return isPattern ? [{ pos: first.pos, end: child.pos, holds: true }] : [];
};

const insideOf = (node: SyntaxNode, around: Around): Around => {
  if (node.type === 'Function') {
    return { ...around, inFunction: node.name.value };
  }
  if (node.type === 'CommandExpansion' || node.type === 'ProcessSubstitution') {
    return { ...around, captured: true, redirects: [], depth: around.depth + 1 };
  }
  if (node.type === 'ArithmeticExpansion') {
    return { ...around, depth: around.depth + 1 };
  }
  if (node.type === 'Redirected') {
    return { ...around, redirects: node.redirects };
  }
  return CONDITIONS.includes(node.type) || node.type === 'AndOr' ? { ...around, conditional: true } : around;
};

/** Reads a script; never throws. A script with errors is still read as far as it goes. */
export const readShell = (text: string): ShellScript => {
  const root = parse(text);
  const script = {
    errors: root.errors ?? [],
    commands: [] as ShellCommand[],
    assignments: [] as ShellScript['assignments'],
    cases: [] as Case[],
    tests: [] as TestBinaryExpression[],
    words: [] as Word[],
    functions: new Set<string>(),
  };
  const visit = (node: SyntaxNode, around: Around): void => {
    // Offsets inside an escaped backtick substitution are those of another text.
    const isForeign = node.type === 'Script' && node.source !== undefined;
    if (isForeign || around.depth > MAX_SUBSTITUTIONS) {
      return;
    }
    if (node.type === 'Command') {
      script.commands.push(commandOf(node, around));
    } else if (node.type === 'Assignment') {
      script.assignments.push({ assignment: node, inFunction: around.inFunction });
    } else if (node.type === 'Case') {
      script.cases.push(node);
    } else if (node.type === 'TestBinary') {
      script.tests.push(node);
    } else if (node.type === 'Word') {
      script.words.push(node);
    } else if (node.type === 'Function') {
      script.functions.add(node.name.value);
    }
    const inner = insideOf(node, around);
    const last = node.type === 'Pipeline' ? node.commands.at(-1) : undefined;
    let at = 0;
    forEachChild(node, (child) => {
      // The first command of a list always runs.
      const isFirst = node.type === 'AndOr' && at === 0;
      visit(child, {
        ...inner,
        conditional: isFirst ? around.conditional : inner.conditional,
        captured: inner.captured || (last !== undefined && child !== last),
        conditions: [...inner.conditions, ...conditionsOf(node, child, at)],
      });
      at += 1;
    });
  };
  visit(root, {
    inFunction: undefined,
    conditional: false,
    captured: false,
    redirects: [],
    conditions: [],
    depth: 0,
  });
  return script;
};
