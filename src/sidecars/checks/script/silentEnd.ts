import { mayPrint } from './nothingPrinted';
import { isConditional } from './python/conditions';
import type { PythonScript } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import type { ShellScript } from './shell/shellScript';

/** `exit` or `exit 0` with nothing before it that could have printed the result. */
const shellFindings = (shell: ShellScript): ScriptFinding[] => {
  const { commands, functions } = shell;
  if (commands.some(({ name }) => name === 'trap' || name === 'exec')) {
    return [];
  }
  const first = commands.findIndex((command) => mayPrint(command, new Set()));
  const printsFrom = first < 0 ? Infinity : (commands[first]?.pos ?? Infinity);
  const called = commands.find(({ name }) => name !== undefined && functions.has(name))?.pos ?? Infinity;
  return commands
    .filter(
      ({ name, args, inFunction, captured, pos }) =>
        name === 'exit' &&
        (args.length === 0 || args[0]?.value === '0') &&
        inFunction === undefined &&
        !captured &&
        pos < printsFrom &&
        pos < called,
    )
    .map(({ pos, conditional }) => ({ pos, severity: conditional ? 'warning' : 'error' }));
};

const ENDS = /^(?:(?:sys\.)?(?:exit|quit)\((?:0|None)?\)|os\._exit\(0\)|raiseSystemExit(?:\(0?\))?)$/;

const pythonFindings = ({ calls, statements, names }: PythonScript): ScriptFinding[] => {
  const prints = calls
    .filter(({ name, args }) => name === 'print' && !args.some((arg) => spelled(arg).startsWith('file=')))
    .map(({ pos, statement }) => ({ pos, inFunction: statement.inFunction }));
  if (names.has('stdout') || names.has('subprocess') || names.has('atexit') || prints.length === 0) {
    return [];
  }
  // The function that prints the result, where only one does.
  const [printer, ...others] = new Set(prints.map(({ inFunction }) => inFunction));
  const firstPrint = Math.min(...prints.map(({ pos }) => pos));
  return statements
    .filter((statement) => {
      const { tokens, pos, inFunction } = statement;
      const isReturn =
        spelled(tokens) === 'return' &&
        others.length === 0 &&
        inFunction !== undefined &&
        inFunction === printer;
      const isEnd = ENDS.test(spelled(tokens)) && (inFunction === undefined || inFunction === printer);
      return (isReturn || isEnd) && pos < firstPrint;
    })
    .map((statement) => ({ pos: statement.pos, severity: isConditional(statement) ? 'warning' : 'error' }));
};

/** A script that ends with success and prints nothing gives KubeVirt an empty result. */
export const silentEnd = scriptCheck('silentEnd', ({ shell, python }) =>
  python === undefined ? (shell === undefined ? [] : shellFindings(shell)) : pythonFindings(python),
);
