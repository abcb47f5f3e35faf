import { inputVariables, isInput } from './shell/inputs';
import { expansionsOf } from './shell/words';
import { replacingText, scriptCheck } from './scriptCheck';

/** Commands for which an argument is a number or a name. */
const EXEMPT: readonly string[] = ['shift', 'exit', 'return', 'export', 'local', 'readonly', 'declare'];

/** The shell splits it at blanks, joins it with one, and puts file names in the place of every `*`. */
export const unquotedArgument = scriptCheck('unquotedArgument', (script) => {
  const { shell } = script;
  if (shell === undefined) {
    return [];
  }
  const variables = inputVariables(shell);
  return shell.commands
    .filter(({ name }) => name === undefined || !EXEMPT.includes(name))
    .flatMap(({ args, inFunction }) =>
      args
        .flatMap(expansionsOf)
        .filter((expansion) => !expansion.quoted && isInput(expansion, inFunction, variables))
        .map(({ name, pos, end }) => {
          const written = script.text.slice(pos, end);
          const quoted = name === '*' ? '"$@"' : `"${written}"`;
          return { pos, params: { argument: written }, fixed: replacingText(script, pos, end, quoted) };
        }),
    );
});
