import { addedByCall, addedByEdit, type Added } from './appendUnguarded';
import { meetsAgain } from './keptBetweenCalls';
import type { PythonScript } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { assignedOnce } from './python/pythonValues';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import type { ShellScript } from './shell/shellScript';
import { textEdits } from './shell/textEdits';

const named = (tag: string, text: string): boolean => new RegExp(`\\b${tag}\\b`).test(text);

/** `grep -q watchdog && exit 1` in a script that adds a watchdog. */
const shellFindings = (shell: ShellScript, text: string, tags: readonly string[]): ScriptFinding[] =>
  shell.commands
    .filter(({ name, args }) => name === 'exit' && args.length > 0 && args[0]?.value !== '0')
    .flatMap(({ pos, conditions }) => {
      const what = tags.find((tag) =>
        conditions.some(
          ({ pos: start, end, holds }) => holds && named(tag, text.slice(start, end).replace(/!=.*/s, '')),
        ),
      );
      return what === undefined ? [] : [{ pos, params: { what } }];
    });

const FAILS = /^(?:raise(?!SystemExit(?:$|\(0?\)))|(?:sys\.)?exit\((?!0?\)))/;

/** `if root.find("./devices/watchdog") is not None: raise …` */
const pythonFindings = ({ statements }: PythonScript, tags: readonly string[]): ScriptFinding[] =>
  statements
    .filter(({ tokens }) => FAILS.test(spelled(tokens)))
    .flatMap(({ pos, blocks }) => {
      const header = blocks.at(-1)?.tokens ?? [];
      const isPositive =
        header[0]?.text === 'if' && !/^ifnot|notin|isNone|==0/.test(spelled(header).replace('isnotNone', ''));
      const what = tags.find((tag) =>
        header.some(({ kind, value }) => kind === 'string' && named(tag, value)),
      );
      return isPositive && what !== undefined ? [{ pos, params: { what } }] : [];
    });

/** KubeVirt calls a script again in the same start: what it added itself must not make it fail. */
export const failsOnOwnResult = scriptCheck('failsOnOwnResult', ({ source, shell, python, text }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  const metAgain = (added: readonly Added[]): string[] =>
    added.filter((element) => meetsAgain(element, source.kubevirtVersion) === 2).map(({ tag }) => tag);
  if (python !== undefined) {
    const assigned = assignedOnce(python);
    return pythonFindings(python, metAgain(python.calls.flatMap((call) => addedByCall(call, assigned))));
  }
  return shell === undefined
    ? []
    : shellFindings(shell, text, metAgain(textEdits(shell).flatMap(addedByEdit)));
});
