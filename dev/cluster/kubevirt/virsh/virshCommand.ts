import type { CommandResult } from '../libvirt/podLibvirt';

/** The permitted commands with their options: read-only ones, and the guest agent's. True: the option has a value. */
const OPTIONS = {
  dumpxml: { '--inactive': false, '--security-info': false, '--update-cpu': false, '--migratable': false },
  domstate: { '--reason': false },
  domuuid: {},
  domid: {},
  'qemu-agent-command': { '--timeout': true, '--pretty': false },
  list: { '--all': false, '--name': false, '--inactive': false, '--uuid': false, '--id': false },
  version: {},
  uri: {},
} satisfies Record<string, Record<string, boolean>>;

type CommandName = keyof typeof OPTIONS;

const TAKES_DOMAIN = new Set<CommandName>(['dumpxml', 'domstate', 'domuuid', 'domid', 'qemu-agent-command']);

/** The permitted commands of the guest agent: those that read something or run a program in the guest. */
const AGENT_COMMANDS = new Set([
  'guest-ping',
  'guest-info',
  'guest-get-osinfo',
  'guest-get-host-name',
  'guest-exec',
  'guest-exec-status',
]);

export interface VirshCommand {
  name: CommandName;
  /** As virsh takes them: `--timeout` is followed by its value. */
  flags: readonly string[];
  /** A name, id or UUID, for commands about a domain. */
  domain: string | undefined;
  /** JSON for the guest agent. */
  agentCommand: string | undefined;
}

export const failed = (...lines: string[]): CommandResult => ({
  stdout: '\n',
  stderr: `${lines.map((line) => `error: ${line}`).join('\n')}\n`,
  code: 1,
});

const refused = (line: string): CommandResult => ({ ...failed(line), stdout: '' });

/** Drops the options before the command: which libvirt it goes to is decided already. */
const withoutGlobalOptions = (argv: readonly string[]): readonly string[] | CommandResult => {
  let rest = argv;
  while (rest[0]?.startsWith('-') === true) {
    const option = rest[0];
    if (option === '-c' || option === '--connect') {
      const uri = rest[1] ?? '';
      if (!uri.startsWith('qemu')) {
        const scheme = uri.split(':', 1)[0] ?? '';
        return failed(
          'failed to connect to the hypervisor',
          `no connection driver available for ${scheme}:///`,
        );
      }
      rest = rest.slice(2);
    } else if (['-r', '--readonly', '-q', '--quiet'].includes(option) || option.startsWith('--connect=')) {
      rest = rest.slice(1);
    } else if (option === '--version' || option === '-v') {
      rest = ['version'];
    } else {
      return refused(`unsupported option '${option}'. See --help.`);
    }
  }
  return rest;
};

const isCommand = (name: string): name is CommandName => Object.hasOwn(OPTIONS, name);

const agentCommandProblem = (text: string): string | undefined => {
  try {
    const { execute } = JSON.parse(text) as { execute?: unknown };
    return typeof execute === 'string' && AGENT_COMMANDS.has(execute)
      ? undefined
      : `the guest agent's command is not among those that are passed on here: ${[...AGENT_COMMANDS].join(', ')}`;
  } catch {
    return 'internal error: cannot parse json: the guest agent takes JSON';
  }
};

interface Words {
  flags: string[];
  values: string[];
}

const sortWords = (name: CommandName, words: readonly string[]): Words | CommandResult => {
  const known: Record<string, boolean> = OPTIONS[name];
  const sorted: Words = { flags: [], values: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [option = '', given] = /^(--[a-z-]+)=(.*)$/s.exec(word)?.slice(1) ?? [word];
    if (!word.startsWith('--') || word === '--') {
      sorted.values.push(...(word === '--' ? [] : [word]));
      continue;
    }
    const isDomain = option === '--domain' && TAKES_DOMAIN.has(name);
    if (known[option] === undefined && !isDomain) {
      return failed(`command '${name}' doesn't support option ${option}`);
    }
    if (!isDomain && known[option] === false) {
      sorted.flags.push(option);
      continue;
    }
    const value = given ?? words[(index += 1)];
    if (value === undefined) {
      return failed(`expected syntax: ${option} <${isDomain ? 'string' : 'number'}>`);
    }
    if (isDomain) {
      sorted.values.unshift(value);
    } else if (/^\d{1,4}$/.test(value)) {
      sorted.flags.push(option, value);
    } else {
      return failed(`Numeric value '${value}' for <${option.slice(2)}> option is malformed or out of range`);
    }
  }
  return sorted;
};

/** Parses virsh's arguments. Returns virsh's error for those that it, or this cluster, does not support. */
export const parseVirsh = (argv: readonly string[]): VirshCommand | CommandResult => {
  const words = withoutGlobalOptions(argv);
  if ('code' in words) {
    return words;
  }
  const [name = '', ...rest] = words;
  if (!isCommand(name)) {
    return refused(`unknown command: '${name}'`);
  }
  const sorted = sortWords(name, rest);
  if ('code' in sorted) {
    return sorted;
  }
  const { flags, values } = sorted;
  const [domain, agentCommand] = values;
  const surplus = values[TAKES_DOMAIN.has(name) ? (name === 'qemu-agent-command' ? 2 : 1) : 0];
  if (surplus !== undefined) {
    return failed(`unexpected data '${surplus}'`);
  }
  if (TAKES_DOMAIN.has(name) && domain === undefined) {
    return failed(`command '${name}' requires <domain> option`);
  }
  if (name === 'qemu-agent-command') {
    const problem =
      agentCommand === undefined
        ? `command '${name}' requires <cmd> option`
        : agentCommandProblem(agentCommand);
    if (problem !== undefined) {
      return failed(problem);
    }
  }
  return { name, flags, domain, agentCommand };
};
