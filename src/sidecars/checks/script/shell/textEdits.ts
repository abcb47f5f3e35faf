import { forEachChild, type SyntaxNode, type Word } from 'unbash';
import { shellConstants } from './constants';
import type { ShellCommand, ShellScript } from './shellScript';
import { wordText, type Constants } from './words';

/** One edit of a text: with sed, gsub of awk, or `${text/pattern/replacement}`. */
export interface TextEdit {
  /** The text that is looked for, mostly a regular expression. */
  pattern: string;
  /** What takes its place; `&` and `\1` stand for what was found. */
  replacement: string;
  /** `s` replaces; `a`, `i` and `c` put lines after, before or in the place of the line found. */
  kind: 's' | 'a' | 'i' | 'c';
  /** An address in front chooses the lines, so that the pattern alone does not say when it acts. */
  addressed: boolean;
  command: ShellCommand;
  pos: number;
}

/** The options of sed whose value is the next argument. */
const EXPRESSION = ['-e', '--expression'];
const SKIPPED_VALUES = ['-f', '--file', '-l'];

const expressionsOf = (args: readonly Word[]): Word[] => {
  const found: Word[] = [];
  let index = 0;
  let first: Word | undefined;
  while (index < args.length) {
    const arg = args[index];
    const next = args[index + 1];
    const text = arg === undefined ? '' : wordText(arg);
    if ((EXPRESSION.includes(text) || /^-[nEirsuz]+e$/.test(text)) && next !== undefined) {
      found.push(next);
      index += 1;
    } else if (SKIPPED_VALUES.includes(text)) {
      index += 1;
    } else if (arg !== undefined && !text.startsWith('-')) {
      first ??= arg;
    }
    index += 1;
  }
  return found.length > 0 || first === undefined ? found : [first];
};

/** The text up to the next delimiter that no backslash protects; undefined when there is none. */
const upTo = (text: string, start: number, delimiter: string): string | undefined => {
  let index = start;
  while (index < text.length && text[index] !== delimiter) {
    index += text[index] === '\\' ? 2 : 1;
  }
  return index < text.length ? text.slice(start, index) : undefined;
};

type Edit = Pick<TextEdit, 'pattern' | 'replacement' | 'kind' | 'addressed'>;

/** Lines by number, and the last regular expression of an address: `0,/<disk /`. */
const ADDRESS = /^(?:\d+|\$|\/(?:[^/\\]|\\.)+\/)(?:,(?:\d+|\$|\/(?:[^/\\]|\\.)+\/))?\s*!?\s*/;
const LAST_PATTERN = /\/((?:[^/\\]|\\.)+)\/\s*!?\s*$/;

/** Reads a sed script line by line; what it does not understand it leaves out. */
const editsIn = (text: string): Edit[] =>
  text.split('\n').flatMap((line): Edit[] => {
    const command = line.trim();
    const inserted = /^\/((?:[^/\\]|\\.)+)\/\s*([aic])\s*\\?\s*(.*)$/s.exec(command);
    if (inserted !== null) {
      const [, pattern = '', kind, replacement = ''] = inserted;
      return kind === 'a' || kind === 'i' || kind === 'c'
        ? [{ pattern, replacement, kind, addressed: false }]
        : [];
    }
    const address = ADDRESS.exec(command)?.[0] ?? '';
    const rest = command.slice(address.length);
    const delimiter = rest[1] ?? '';
    if (!rest.startsWith('s') || delimiter === '' || /[\w\s\\]/.test(delimiter)) {
      return [];
    }
    const written = upTo(rest, 2, delimiter);
    const replacement = written === undefined ? undefined : upTo(rest, written.length + 3, delimiter);
    if (written === undefined || replacement === undefined) {
      return [];
    }
    // An empty pattern is the last one again, which stands in the address.
    const pattern = written === '' ? (LAST_PATTERN.exec(address)?.[1] ?? '') : written;
    return [{ pattern, replacement, kind: 's', addressed: address !== '' && written !== '' }];
  });

const AWK_SUB = /\bg?sub\(\s*\/((?:[^/\\]|\\.)+)\/\s*,\s*"((?:[^"\\]|\\.)*)"/g;

const awkEdits = (text: string): Edit[] =>
  Array.from(text.matchAll(AWK_SUB), ([, pattern = '', replacement = '']) => ({
    pattern,
    replacement: replacement.replaceAll('\\"', '"'),
    kind: 's',
    addressed: false,
  }));

const editsOf = (command: ShellCommand, constants: Constants): TextEdit[] => {
  const read = command.name === 'sed' || command.name === 'gsed' ? editsIn : awkEdits;
  return expressionsOf(command.args).flatMap((word) =>
    read(wordText(word, constants)).map((edit) => ({ ...edit, command, pos: word.pos })),
  );
};

/** `${text/pattern/replacement}` in a word. */
const replacementsIn = (word: Word, command: ShellCommand, constants: Constants): TextEdit[] => {
  const found: TextEdit[] = [];
  const visit = (node: SyntaxNode): void => {
    // Those in substitutions belong to the commands in them.
    if (/^(?:CommandExpansion|ProcessSubstitution|ArithmeticExpansion)$/.test(node.type)) {
      return;
    }
    if (node.type === 'ParameterExpansion' && node.operation?.type === 'Replace') {
      const { pattern, replacement } = node.operation;
      found.push({
        pattern: wordText(pattern, constants),
        replacement: wordText(replacement, constants),
        kind: 's',
        addressed: false,
        command,
        pos: node.pos,
      });
    }
    forEachChild(node, visit);
  };
  visit(word);
  return found;
};

/** All edits of texts that the script makes with sed, awk or the shell itself, in their order. */
export const textEdits = (shell: ShellScript): TextEdit[] => {
  const constants = shellConstants(shell);
  return shell.commands.flatMap((command) => [
    ...(/^(?:g?sed|[gm]?awk)$/.test(command.name ?? '') ? editsOf(command, constants) : []),
    ...command.words.flatMap((word) => replacementsIn(word, command, constants)),
  ]);
};
