import type { PythonScript } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { outputOf } from './shell/outputs';
import type { ShellCommand, ShellScript } from './shell/shellScript';
import { wordText } from './shell/words';

/** Commands that never print on stdout in normal use. */
const SILENT: readonly string[] = [
  ':',
  'true',
  'false',
  'set',
  'test',
  '[',
  'cd',
  'rm',
  'mkdir',
  'cp',
  'mv',
  'touch',
  'chmod',
  'export',
  'local',
  'readonly',
  'unset',
  'exit',
  'return',
  'read',
  'shift',
  'sleep',
  'trap',
  'break',
  'continue',
  'umask',
  'wait',
  'kill',
];

/** Whether a command may print on the standard output of the script. */
export const mayPrint = (command: ShellCommand, functions: ReadonlySet<string>): boolean => {
  const { name, args, redirects, captured } = command;
  if (captured || outputOf(command) !== 'stdout') {
    return false;
  }
  if (name === undefined) {
    // Only assignments; a computed name may be anything.
    return args.length > 0 || redirects.length > 0;
  }
  const isEditInPlace = name === 'sed' && args.some((arg) => /^-[nErsuz]*i|^--in-place/.test(wordText(arg)));
  const isQuiet = name === 'grep' && args.some((arg) => /^-\w*q|^--quiet/.test(wordText(arg)));
  const printsLater = name === 'trap' && args.some((arg) => /\b(?:printf|echo|cat)\b/.test(wordText(arg)));
  return printsLater || (!SILENT.includes(name) && !functions.has(name) && !isEditInPlace && !isQuiet);
};

/** A shell redirected as a whole: `exec >file`. What then is printed nobody can tell. */
const redirectsItself = ({ commands }: ShellScript): boolean =>
  commands.some(({ name, args }) => name === 'exec' && args.length === 0);

/** Names through which Python can print, besides print itself. */
const PRINTERS: readonly string[] = [
  'stdout',
  'dump',
  'pprint',
  'subprocess',
  'system',
  'popen',
  'exec',
  'eval',
  'fdopen',
  'write',
  'writelines',
  'call',
  '__import__',
  'runpy',
  'importlib',
];

/** Modules of the standard library that scripts use and that print nothing when imported. */
const KNOWN_MODULES =
  /^(?:argparse|base64|collections|copy|getopt|io|itertools|json|logging|os|pathlib|re|string|sys|tempfile|typing|uuid|xml)$/;

const pythonPrints = ({ calls, names, statements }: PythonScript): boolean =>
  PRINTERS.some((name) => names.has(name)) ||
  calls.some(
    ({ name, args }) =>
      name === 'print' &&
      !args.some((arg) => spelled(arg) === 'file=sys.stderr' || spelled(arg) === 'file=stderr'),
  ) ||
  (names.has('print') && !calls.some(({ name }) => name === 'print')) ||
  statements.some(
    ({ tokens: [first, second] }) =>
      /^(?:import|from)$/.test(first?.text ?? '') && !KNOWN_MODULES.test(second?.text ?? ''),
  );

/** What the script prints becomes the domain XML or cloud-init data: nothing printed stops the VM. */
export const nothingPrinted = scriptCheck('nothingPrinted', ({ shell, python, source }) => {
  const message = source.hookPoint === 'preCloudInitIso' ? 'unexpected end of JSON input' : 'EOF';
  const found: ScriptFinding = { pos: 0, params: { message } };
  if (shell?.errors.length === 0) {
    const prints =
      redirectsItself(shell) || shell.commands.some((command) => mayPrint(command, shell.functions));
    return prints ? [] : [found];
  }
  const isSilent = python?.problem === undefined && python !== undefined && !pythonPrints(python);
  return isSilent ? [found] : [];
});
