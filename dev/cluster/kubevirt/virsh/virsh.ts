import { renderLibvirtXml } from '../domain/renderXml';
import { child, textOf, type XmlElement } from '../domain/xmlTree';
import type { CommandResult } from '../libvirt/podLibvirt';
import { failed, parseVirsh, type VirshCommand } from './virshCommand';

/** The persistent and the running form of a domain that runs. */
interface RunningDomain {
  defined: XmlElement;
  live: XmlElement;
  isPaused: boolean;
}

const stateOf = ({ isPaused }: RunningDomain): string => (isPaused ? 'paused' : 'running');

const ok = (stdout: string): CommandResult => ({ stdout: `${stdout}\n\n`, stderr: '', code: 0 });

const version = [
  'Compiled against library: libvirt 11.5.0',
  'Using library: libvirt 11.5.0',
  'Using API: QEMU 11.5.0',
  'Running hypervisor: QEMU 10.0.0',
].join('\n');

const list = (domain: RunningDomain | undefined, name: string, flags: readonly string[]): string => {
  const running = domain !== undefined && !flags.includes('--inactive');
  if (flags.includes('--name')) {
    return running ? name : '';
  }
  if (flags.includes('--uuid')) {
    return running ? textOf(child(domain.live, 'uuid')) : '';
  }
  const width = Math.max(name.length, 4) + 3;
  const header = ` Id   ${'Name'.padEnd(width)}State`;
  const rows = running ? [` 1    ${name.padEnd(width)}${stateOf(domain)}`] : [];
  return [header, '-'.repeat(header.length + 4), ...rows].join('\n');
};

const ofDomain = ({ name, flags }: VirshCommand, domain: RunningDomain): CommandResult => {
  const { defined, live, isPaused } = domain;
  switch (name) {
    case 'dumpxml':
      return ok(
        renderLibvirtXml(flags.includes('--inactive') || flags.includes('--migratable') ? defined : live),
      );
    case 'domstate':
      return ok(
        flags.includes('--reason') ? `${stateOf(domain)} (${isPaused ? 'user' : 'booted'})` : stateOf(domain),
      );
    case 'domuuid':
      return ok(textOf(child(defined, 'uuid')));
    case 'qemu-agent-command':
      // Nothing boots in a domain that is only computed.
      return failed('Guest agent is not responding: QEMU guest agent is not connected');
    default:
      return ok('1');
  }
};

/** virsh in a virt-launcher pod, where there is one domain at most; undefined: none runs. */
export const virsh = (domain: RunningDomain | undefined, argv: readonly string[]): CommandResult => {
  const command = parseVirsh(argv);
  if ('code' in command) {
    return command;
  }
  const name = textOf(child(domain?.defined, 'name'));
  switch (command.name) {
    case 'version':
      return ok(version);
    case 'uri':
      return ok('qemu:///session');
    case 'list':
      return ok(list(domain, name, command.flags));
    default: {
      const asked = command.domain ?? '';
      return domain !== undefined && ['1', name, textOf(child(domain.defined, 'uuid'))].includes(asked)
        ? ofDomain(command, domain)
        : failed(`failed to get domain '${asked}'`);
    }
  }
};
