import type { PythonCall, PythonScript } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import { movesArguments } from './shell/inputs';
import { outputOf } from './shell/outputs';
import type { ShellScript } from './shell/shellScript';
import { soleExpansion } from './shell/words';

/** What a script gets: two flags, each with its value behind it, and nothing else. */
const FLAGS: readonly string[] = ['1', '3'];

const XML_NAME = /xml|^domain$/i;
const VMI_NAME = /^vmi(?:_?json)?$/i;

/** Whether the argument cannot be what the variable's name says. */
const contradicts = (variable: string, argument: string): boolean =>
  (FLAGS.includes(argument) && (XML_NAME.test(variable) || VMI_NAME.test(variable))) ||
  (argument === '2' && XML_NAME.test(variable)) ||
  (argument === '4' && VMI_NAME.test(variable)) ||
  /^[5-9]$/.test(argument);

const HOOK_NAMES = /^(?:onDefineDomain|preCloudInitIso)$/;
const VERSIONS = /^v1alpha\d$/;

const shellFindings = (shell: ShellScript): ScriptFinding[] => {
  // In a function, and after a shift, the numbers are others.
  if (movesArguments(shell)) {
    return [];
  }
  const finding = (pos: number, argument: string): ScriptFinding => ({
    pos,
    params: { argument: `$${argument}` },
  });
  const assigned = shell.assignments.flatMap(({ assignment: { name, value }, inFunction }) => {
    const from = value.type === 'Word' && inFunction === undefined ? soleExpansion(value) : undefined;
    return from !== undefined && contradicts(name, from.name) ? [finding(from.pos, from.name)] : [];
  });
  const printed = shell.commands
    .filter(
      (command) => (command.name === 'echo' || command.name === 'printf') && outputOf(command) !== 'stderr',
    )
    .flatMap(({ args, inFunction }) => {
      const last = args.at(-1);
      const from = last === undefined || inFunction !== undefined ? undefined : soleExpansion(last);
      return from !== undefined &&
        (FLAGS.includes(from.name) || /^[5-9]$/.test(from.name)) &&
        args.length <= 2
        ? [finding(from.pos, from.name)]
        : [];
    });
  const compared = [
    ...shell.tests.map(({ left, right }) => [left, right] as const),
    ...shell.commands
      .filter(({ name, inFunction }) => (name === '[' || name === 'test') && inFunction === undefined)
      .flatMap(({ args: [left, operator, right] }) =>
        left !== undefined && right !== undefined && /^!?==?$/.test(operator?.value ?? '')
          ? [[left, right] as const]
          : [],
      ),
  ].flatMap(([left, right]) => {
    const from = soleExpansion(left);
    const isNever = HOOK_NAMES.test(right.value) || VERSIONS.test(right.value);
    return from !== undefined && isNever && /^[1-4]$/.test(from.name) ? [finding(from.pos, from.name)] : [];
  });
  return [...assigned, ...printed, ...compared];
};

const ARGV = /^sys\.argv\[(\d)\]$/;

const PARSE_XML = /(?:^|\.)(?:fromstring|XML|parseString)$/;

const readWrongly = ({ name, args }: PythonCall, isDomain: boolean): string | undefined => {
  const index = ARGV.exec(spelled(args[0] ?? []))?.[1];
  const isXml = PARSE_XML.test(name) && index !== undefined && index !== '4';
  const isJson = name === 'json.loads' && (index === '1' || index === '3' || (index === '4' && isDomain));
  return isXml || isJson ? index : undefined;
};

/** Scripts that cut their arguments down number them anew. */
const movesArgv = ({ calls, statements }: PythonScript): boolean =>
  calls.some(({ name }) => name.startsWith('sys.argv.')) ||
  statements.some(({ tokens }) => /^(?:sys\.argv(?:\[.*\])?=(?!=)|delsys\.argv)/.test(spelled(tokens)));

const pythonFindings = (python: PythonScript, isDomain: boolean): ScriptFinding[] => {
  if (movesArgv(python)) {
    return [];
  }
  const found = (pos: number, index: string): ScriptFinding => ({
    pos,
    params: { argument: `sys.argv[${index}]` },
  });
  return [
    ...python.calls.flatMap((call) => {
      const index = readWrongly(call, isDomain);
      return index === undefined ? [] : [found(call.args[0]?.[0]?.pos ?? call.pos, index)];
    }),
    ...python.statements.flatMap(({ tokens, blocks }) => {
      const index = tokens[1]?.text === '=' ? ARGV.exec(spelled(tokens.slice(2)))?.[1] : undefined;
      const isGuarded = blocks.some(({ tokens: [first] }) =>
        /^(?:if|else|elif|try)$/.test(first?.text ?? ''),
      );
      return index !== undefined && !isGuarded && contradicts(tokens[0]?.text ?? '', index)
        ? [found(tokens[2]?.pos ?? 0, index)]
        : [];
    }),
    ...python.statements.flatMap(({ tokens }) => {
      const at = tokens.findIndex(
        (token, index) => /^[!=]=$/.test(token.text) && HOOK_NAMES.test(tokens[index + 1]?.value ?? ''),
      );
      const index = at < 6 ? undefined : ARGV.exec(spelled(tokens.slice(at - 6, at)))?.[1];
      return index === undefined ? [] : [found(tokens[at - 6]?.pos ?? 0, index)];
    }),
  ];
};

/** The arguments are --vmi, the VMI, --domain (or --cloud-init) and its data: no name of a hook point, no version. */
export const wrongArgument = scriptCheck('wrongArgument', ({ source, shell, python }) => {
  if (python !== undefined) {
    return pythonFindings(python, source.hookPoint === 'onDefineDomain');
  }
  return shell === undefined ? [] : shellFindings(shell);
});
