import { scriptCheck, type ScriptFinding } from './scriptCheck';
import type { ShellScript } from './shell/shellScript';

/** Programs that scripts for XML and JSON like to use, and KubeVirt's image does not have. */
const MISSING: readonly string[] = [
  'jq',
  'yq',
  'xq',
  'xmllint',
  'xmlstarlet',
  'xsltproc',
  'xpath',
  'virt-xml',
  'virsh',
  'virt-install',
  'perl',
  'python',
  'python2',
  'node',
  'ruby',
  'php',
  'kubectl',
  'oc',
  'virtctl',
];

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
        ? (args.find(({ value }) => MISSING.includes(value))?.value ?? name)
        : name;
      const command = run.slice(run.lastIndexOf('/') + 1);
      return MISSING.includes(command) && !known.has(command) && !shell.functions.has(command)
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
    return isRun && !isTried && program?.kind === 'string' && MISSING.includes(program.value)
      ? [{ pos: program.pos, params: { command: program.value } }]
      : [];
  });
});
