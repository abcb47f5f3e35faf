import { MISSING_COMMANDS } from './missingCommands';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import type { ShellScript } from './shell/shellScript';

const LOOK_UPS: readonly string[] = ['command', 'which', 'type', 'hash'];

/** A script that asks for a program first knows what to do without it. */
const askedFor = ({ commands }: ShellScript): ReadonlySet<string> =>
  new Set(
    commands
      .filter(({ name }) => LOOK_UPS.includes(name ?? ''))
      .flatMap(({ args }) => args.map(({ value }) => value)),
  );

const RUNNERS: readonly string[] = ['env', 'exec', 'xargs', 'timeout', 'nice', 'sudo'];

export const commandMissing = scriptCheck('commandMissing', ({ source, shell, python }) => {
  if (source.inDefaultImage !== true) {
    return [];
  }
  if (shell !== undefined) {
    const known = askedFor(shell);
    return shell.commands.flatMap(({ name = '', args, pos }): ScriptFinding[] => {
      const run = RUNNERS.includes(name)
        ? (args.find(({ value }) => MISSING_COMMANDS.has(value))?.value ?? name)
        : name;
      const command = run.slice(run.lastIndexOf('/') + 1);
      return MISSING_COMMANDS.has(command) && !known.has(command) && !shell.functions.has(command)
        ? [{ pos, params: { command } }]
        : [];
    });
  }
  return (python?.calls ?? []).flatMap(({ name, args, statement }): ScriptFinding[] => {
    const [first, second] = args[0] ?? [];
    const program = first?.text === '[' ? second : undefined;
    const isRun = /^subprocess\.(?:run|call|check_call|check_output|Popen)$/.test(name);
    const isTried = statement.blocks.some(
      ({ tokens }) => tokens[0]?.text === 'try' || tokens[0]?.text === 'if',
    );
    return isRun && !isTried && program?.kind === 'string' && MISSING_COMMANDS.has(program.value)
      ? [{ pos: program.pos, params: { command: program.value } }]
      : [];
  });
});
