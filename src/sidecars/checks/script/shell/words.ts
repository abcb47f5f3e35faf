import { forEachChild, type SyntaxNode, type Word } from 'unbash';

/** A use of a parameter or variable: `$4`, `${4}`, `$xml`. */
export interface Expansion {
  name: string;
  pos: number;
  end: number;
  quoted: boolean;
}

const nameOf = (node: SyntaxNode): string | undefined => {
  if (node.type === 'SimpleExpansion') {
    return node.text.slice(1);
  }
  return node.type === 'ParameterExpansion' && node.operation === undefined && node.prefix === undefined
    ? node.parameter
    : undefined;
};

/** The plain expansions that stand in the word itself, not those in a command substitution inside of it. */
export const expansionsOf = (word: Word): Expansion[] => {
  const found: Expansion[] = [];
  const visit = (node: SyntaxNode, quoted: boolean): void => {
    const name = nameOf(node);
    if (name !== undefined) {
      found.push({ name, pos: node.pos, end: node.end, quoted });
    } else if (node.type !== 'CommandExpansion' && node.type !== 'ProcessSubstitution') {
      forEachChild(node, (child) => {
        visit(child, quoted || node.type === 'DoubleQuoted');
      });
    }
  };
  forEachChild(word, (child) => {
    visit(child, false);
  });
  return found;
};

/** The parameter or variable that is all of the word: `"$4"` and `${4}`, but not `"a$4"`. */
export const soleExpansion = (word: Word): Expansion | undefined => {
  const [expansion, ...more] = expansionsOf(word);
  const text = word.text.replace(/^"(.*)"$/s, '$1');
  return expansion !== undefined && more.length === 0 && text.length === expansion.end - expansion.pos
    ? expansion
    : undefined;
};

/** Stands in `wordText` for what is only known when the script runs. */
export const UNKNOWN = '\u0000';

/** The values of variables that always have the same value. */
export type Constants = ReadonlyMap<string, string>;

const NONE: Constants = new Map();

/** The text of a word without its quotes, with `UNKNOWN` in place of every expansion that is not known. */
export const wordText = (word: Word, constants = NONE): string => {
  const parts = word.parts;
  if (parts === undefined) {
    return word.value;
  }
  const textOf = (node: SyntaxNode): string => {
    switch (node.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        return node.value;
      case 'DoubleQuoted':
        return node.parts.map(textOf).join('');
      case 'Glob':
      case 'BraceExpansion':
      case 'ExtendedGlob':
        return node.text;
      default:
        return constants.get(nameOf(node) ?? '') ?? UNKNOWN;
    }
  };
  return parts.map(textOf).join('');
};
