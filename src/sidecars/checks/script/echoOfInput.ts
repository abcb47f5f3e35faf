import { inputVariables, isInput } from './shell/inputs';
import { soleExpansion } from './shell/words';
import { replacingText, scriptCheck, type ScriptFinding } from './scriptCheck';

/** Some shells' echo takes backslashes in the text for escapes; printf never does. */
export const echoOfInput = scriptCheck('echoOfInput', (script) => {
  const { shell } = script;
  if (shell === undefined) {
    return [];
  }
  const variables = inputVariables(shell);
  return shell.commands.flatMap(({ name, args, pos, inFunction }): ScriptFinding[] => {
    const [only, ...more] = args;
    const expansion =
      name === 'echo' && only !== undefined && more.length === 0 ? soleExpansion(only) : undefined;
    return expansion?.quoted === true && isInput(expansion, inFunction, variables)
      ? [
          {
            pos,
            params: { argument: script.text.slice(expansion.pos, expansion.end) },
            fixed: replacingText(script, pos, pos + 'echo'.length, "printf '%s\\n'"),
          },
        ]
      : [];
  });
});
