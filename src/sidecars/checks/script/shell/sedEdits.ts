import type { Word } from 'unbash';
import type { ShellCommand, ShellScript } from './shellScript';
import { wordText } from './words';

/** One edit of a sed script. */
export interface SedEdit {
  /** The text that is looked for, a regular expression. */
  pattern: string;
  /** What takes its place; `&` and `\1` stand for what was found. */
  replacement: string;
  /** `s` replaces; `a`, `i` and `c` put lines after, before or in the place of the line found. */
  kind: 's' | 'a' | 'i' | 'c';
  /** An address in front chooses the lines, so that the pattern alone does not say when it acts. */
  addressed: boolean;
  command: ShellCommand;
  word: Word;
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

type Edit = Pick<SedEdit, 'pattern' | 'replacement' | 'kind' | 'addressed'>;

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
    const address =
      /^(?:\d+|\$|\/(?:[^/\\]|\\.)+\/)(?:,(?:\d+|\$|\/(?:[^/\\]|\\.)+\/))?\s*!?\s*/.exec(command)?.[0] ?? '';
    const rest = command.slice(address.length);
    const delimiter = rest[1] ?? '';
    if (!rest.startsWith('s') || delimiter === '' || /[\w\s\\]/.test(delimiter)) {
      return [];
    }
    const pattern = upTo(rest, 2, delimiter);
    const replacement = pattern === undefined ? undefined : upTo(rest, pattern.length + 3, delimiter);
    return pattern === undefined || replacement === undefined
      ? []
      : [{ pattern, replacement, kind: 's', addressed: address !== '' }];
  });

/** All edits that the script makes with sed. */
export const sedEdits = ({ commands }: ShellScript): SedEdit[] =>
  commands
    .filter(({ name }) => name === 'sed' || name === 'gsed')
    .flatMap((command) =>
      expressionsOf(command.args).flatMap((word) =>
        editsIn(wordText(word)).map((edit) => ({ ...edit, command, word })),
      ),
    );
