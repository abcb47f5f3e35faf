import type { PythonCall, PythonScript } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { inputVariables, isInput } from './shell/inputs';
import { outputOf } from './shell/outputs';
import type { ShellScript } from './shell/shellScript';
import { soleExpansion, wordText } from './shell/words';

const tracing = ({ commands }: ShellScript): ScriptFinding[] =>
  commands
    .filter(
      ({ name, args }) =>
        name === 'set' &&
        args.some(
          (arg, index) =>
            /^-[a-z]*x/.test(wordText(arg)) ||
            (wordText(arg) === 'xtrace' && args[index - 1]?.value === '-o'),
        ),
    )
    .map(({ pos }) => ({ pos, params: { what: 'set -x' } }));

const shellFindings = (shell: ShellScript, text: string): ScriptFinding[] => {
  const variables = inputVariables(shell);
  const printed = shell.commands
    .filter(
      (command) => (command.name === 'echo' || command.name === 'printf') && outputOf(command) === 'stderr',
    )
    .flatMap(({ args, inFunction }) =>
      args.flatMap((arg) => {
        const expansion = soleExpansion(arg);
        return expansion !== undefined && isInput(expansion, inFunction, variables) ? [expansion] : [];
      }),
    )
    .map(({ pos, end }) => ({ pos, params: { what: text.slice(pos, end) } }));
  return [...tracing(shell), ...printed];
};

const ARGUMENT =
  /^(?:sys\.argv(?:\[[24]\])?|(?:args|arguments|options|opts|parsed)\.(?:vmi|domain|cloud_init))$/;

/** Variables that hold an argument as it came. */
const inputNames = ({ statements }: PythonScript): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ tokens }) =>
      tokens[1]?.text === '=' && ARGUMENT.test(spelled(tokens.slice(2))) ? [tokens[0]?.text ?? ''] : [],
    ),
  );

const isLog = ({ name, args }: PythonCall): boolean =>
  /^(?:logging|logger|log)\.(?:debug|info|warning|error|exception|critical)$/.test(name) ||
  name === 'sys.stderr.write' ||
  (name === 'print' && args.some((arg) => spelled(arg) === 'file=sys.stderr'));

/** Logs of a pod can be read by more people than the passwords and keys in a VMI are meant for. */
export const secretPrinted = scriptCheck('secretPrinted', ({ shell, python, text }) => {
  if (python === undefined) {
    return shell === undefined ? [] : shellFindings(shell, text);
  }
  const inputs = inputNames(python);
  return python.calls
    .filter(isLog)
    .flatMap(({ args }) =>
      args
        .filter((arg) => ARGUMENT.test(spelled(arg)) || inputs.has(spelled(arg)))
        .map((arg) => ({ pos: arg[0]?.pos ?? 0, params: { what: spelled(arg) } })),
    );
});
