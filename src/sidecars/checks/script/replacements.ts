import type { PythonScript } from './python/pythonScript';
import { assignedOnce, textOf } from './python/pythonValues';
import { isConditional } from './python/conditions';
import { textEdits } from './shell/textEdits';
import type { ShellScript } from './shell/shellScript';

/** A text that a script puts in the place of another. */
export interface Replacement {
  pattern: string;
  replacement: string;
  pos: number;
  conditional: boolean;
}

const pythonReplacements = (python: PythonScript): Replacement[] => {
  const assigned = assignedOnce(python);
  return python.calls.flatMap(({ name, args: [from = [], to = []], pos, statement }) => {
    const pattern = /\.(?:replace|subn?)$/.test(name) ? textOf(from, assigned) : undefined;
    const replacement = textOf(to, assigned);
    return pattern === undefined || replacement === undefined
      ? []
      : [{ pattern, replacement, pos, conditional: isConditional(statement) }];
  });
};

/** All edits of texts in a script of either language. */
export const replacements = (
  shell: ShellScript | undefined,
  python: PythonScript | undefined,
): Replacement[] =>
  python === undefined
    ? (shell === undefined ? [] : textEdits(shell)).map(({ pattern, replacement, pos, command }) => ({
        pattern,
        replacement,
        pos,
        conditional: command.conditional,
      }))
    : pythonReplacements(python);
