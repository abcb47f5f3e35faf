import { renderLibvirtXml } from '../domain/renderXml';
import { child, textOf, type XmlElement } from '../domain/xmlTree';
import type { CommandResult } from '../libvirt/podLibvirt';

/** The persistent and the running form of a domain that runs. */
interface RunningDomain {
  defined: XmlElement;
  live: XmlElement;
}

const ok = (stdout: string): CommandResult => ({ stdout: `${stdout}\n\n`, stderr: '', code: 0 });
const failed = (...lines: string[]): CommandResult => ({
  stdout: '\n',
  stderr: `${lines.map((line) => `error: ${line}`).join('\n')}\n`,
  code: 1,
});

const version = [
  'Compiled against library: libvirt 11.5.0',
  'Using library: libvirt 11.5.0',
  'Using API: QEMU 11.5.0',
  'Running hypervisor: QEMU 10.0.0',
].join('\n');

const flagsOf: Record<string, string[]> = {
  dumpxml: ['--inactive', '--security-info', '--update-cpu', '--migratable'],
  domstate: ['--reason'],
  list: ['--all', '--name', '--inactive', '--uuid', '--id'],
  domuuid: [],
  domid: [],
  version: [],
  uri: [],
};

const takesDomain = new Set(['dumpxml', 'domstate', 'domuuid', 'domid']);

interface Parsed {
  flags: Set<string>;
  domain: string | undefined;
}

const parse = (command: string, args: readonly string[]): Parsed | CommandResult => {
  const flags = new Set<string>();
  let domain: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--domain') {
      index += 1;
      domain = args[index];
      if (domain === undefined) {
        return failed('expected syntax: --domain <string>');
      }
    } else if (argument.startsWith('--domain=')) {
      domain = argument.slice('--domain='.length);
    } else if (argument.startsWith('--') && argument.length > 2) {
      if (flagsOf[command]?.includes(argument) !== true) {
        return failed(`command '${command}' doesn't support option ${argument}`);
      }
      flags.add(argument);
    } else if (argument !== '--') {
      if (domain !== undefined || !takesDomain.has(command)) {
        return failed(`unexpected data '${argument}'`);
      }
      domain = argument;
    }
  }
  return { flags, domain };
};

const list = (domain: RunningDomain | undefined, name: string, flags: Set<string>): string => {
  const running = domain !== undefined && !flags.has('--inactive');
  if (flags.has('--name')) {
    return running ? name : '';
  }
  if (flags.has('--uuid')) {
    return running ? textOf(child(domain.live, 'uuid')) : '';
  }
  const width = Math.max(name.length, 4) + 3;
  const header = ` Id   ${'Name'.padEnd(width)}State`;
  const rows = running ? [` 1    ${name.padEnd(width)}running`] : [];
  return [header, '-'.repeat(header.length + 4), ...rows].join('\n');
};

/** virsh in a virt-launcher pod, where there is one domain at most; undefined: none runs. */
export const virsh = (domain: RunningDomain | undefined, argv: readonly string[]): CommandResult => {
  let rest = [...argv];
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
      return { stdout: '11.5.0\n', stderr: '', code: 0 };
    } else {
      return { stdout: '', stderr: `error: unsupported option '${option}'. See --help.\n`, code: 1 };
    }
  }
  const [command = '', ...args] = rest;
  if (flagsOf[command] === undefined) {
    return { stdout: '', stderr: `error: unknown command: '${command}'\n`, code: 1 };
  }
  const parsed = parse(command, args);
  if ('code' in parsed) {
    return parsed;
  }
  const name = textOf(child(domain?.defined, 'name'));
  if (command === 'version') {
    return ok(version);
  }
  if (command === 'uri') {
    return ok('qemu:///session');
  }
  if (command === 'list') {
    return ok(list(domain, name, parsed.flags));
  }
  if (parsed.domain === undefined) {
    return failed(`command '${command}' requires <domain> option`);
  }
  if (domain === undefined || !['1', name, textOf(child(domain.defined, 'uuid'))].includes(parsed.domain)) {
    return failed(`failed to get domain '${parsed.domain}'`);
  }
  switch (command) {
    case 'dumpxml':
      return ok(
        renderLibvirtXml(
          parsed.flags.has('--inactive') || parsed.flags.has('--migratable') ? domain.defined : domain.live,
        ),
      );
    case 'domstate':
      return ok(parsed.flags.has('--reason') ? 'running (booted)' : 'running');
    case 'domuuid':
      return ok(textOf(child(domain.defined, 'uuid')));
    default:
      return ok('1');
  }
};
