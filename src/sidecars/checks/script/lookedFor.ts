import { neverWithQemuNamespace, pythonNeverWithQemuNamespace } from './qemuNamespace';
import type { PythonScript } from './python/pythonScript';
import { textEdits } from './shell/textEdits';
import type { ShellScript } from './shell/shellScript';
import { wordText } from './shell/words';

/** A text that a script looks for in its input. */
export interface LookedFor {
  text: string;
  pos: number;
  /** It stands in a branch for an input without xmlns:qemu, which KubeVirt before 1.8 never gives. */
  isNeverReached: boolean;
}

const GREP_OPTIONS_WITH_VALUE = /^-(?:[ABCmf]|-file)$/;
/** Files of the image, which are no domain XML. */
const OWN_FILE = /^\/(?:etc|proc|sys|usr)\//;

const shellPatterns = (shell: ShellScript, text: string): LookedFor[] => {
  const edits = textEdits(shell);
  const greps = shell.commands.filter(
    ({ name, args }) => /^[ef]?grep$/.test(name ?? '') && !args.some((arg) => OWN_FILE.test(wordText(arg))),
  );
  return [
    ...edits
      // What an earlier edit of the same script wrote may be looked for as it was written.
      .filter(
        ({ pattern }, at) => !edits.slice(0, at).some(({ replacement }) => replacement.includes(pattern)),
      )
      .filter(({ command }) => !command.args.some((arg) => OWN_FILE.test(wordText(arg))))
      .map(({ pattern, pos, command: { conditions } }) => ({
        text: pattern,
        pos,
        isNeverReached: neverWithQemuNamespace(conditions, text),
      })),
    ...greps.flatMap(({ args, conditions }) => {
      const pattern = args.find(
        (arg, index) =>
          !wordText(arg).startsWith('-') && !GREP_OPTIONS_WITH_VALUE.test(args[index - 1]?.value ?? ''),
      );
      const isNeverReached = neverWithQemuNamespace(conditions, text);
      return pattern === undefined ? [] : [{ text: wordText(pattern), pos: pattern.pos, isNeverReached }];
    }),
    ...[...shell.cases.flatMap(({ items }) => items.flatMap(({ pattern }) => pattern))].map((word) => ({
      text: wordText(word).replace(/^\*|\*$/g, ''),
      pos: word.pos,
      isNeverReached: false,
    })),
    ...shell.tests
      .filter(({ operator }) => /^(?:=~|!?=|==)$/.test(operator))
      .map(({ right }) => ({
        text: wordText(right).replace(/^\*|\*$/g, ''),
        pos: right.pos,
        isNeverReached: false,
      })),
  ];
};

const PATTERN_METHODS =
  /\.(?:replace|split|rsplit|partition|rpartition|r?find|r?index|count|startswith|endswith|subn?|search|match|fullmatch|compile|findall|finditer)$/;

const pythonPatterns = ({ calls, statements }: PythonScript): LookedFor[] => [
  ...calls
    .filter(({ name, args }) => PATTERN_METHODS.test(name) && args[0]?.[0]?.kind === 'string')
    .filter(
      ({ args }, at, all) =>
        !all
          .slice(0, at)
          .some((before) => before.args[1]?.some(({ value }) => value.includes(args[0]?.[0]?.value ?? ''))),
    )
    .map(({ args, pos, statement }) => ({
      text: args[0]?.[0]?.value ?? '',
      pos: args[0]?.[0]?.pos ?? pos,
      isNeverReached: pythonNeverWithQemuNamespace(statement),
    })),
  ...statements.flatMap((statement) =>
    statement.tokens.flatMap(({ kind, value, pos }, index) => {
      const next = statement.tokens.slice(index + 1, index + 3).map(({ text }) => text);
      const isSearched = next[0] === 'in' || (next[0] === 'not' && next[1] === 'in');
      return kind === 'string' && isSearched && statement.tokens[index - 1]?.text !== 'for'
        ? [{ text: value, pos, isNeverReached: pythonNeverWithQemuNamespace(statement) }]
        : [];
    }),
  ),
];

/** All texts that a script looks for in its input: with sed, grep, awk, patterns of the shell, methods of strings. */
export const lookedFor = (
  shell: ShellScript | undefined,
  python: PythonScript | undefined,
  text: string,
): LookedFor[] =>
  python === undefined ? (shell === undefined ? [] : shellPatterns(shell, text)) : pythonPatterns(python);
