import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { CloudInitData } from '../cluster/kubevirt/domain/cloudInitData';
import { parseAsLibvirt } from '../cluster/kubevirt/domain/parseXml';
import { renderLibvirtXml } from '../cluster/kubevirt/domain/renderXml';
import { attribute, child, textOf, type XmlElement } from '../cluster/kubevirt/domain/xmlTree';
import type { CommandResult, PodLibvirt } from '../cluster/kubevirt/libvirt/podLibvirt';
import { unprivileged } from '../cluster/kubevirt/sidecar/sandbox';
import { failed, parseVirsh } from '../cluster/kubevirt/virsh/virshCommand';
import { writeCloudInitIso } from './cloudInitIso';
import type { GuestImage } from './guest/guestImage';
import { adaptDefinition, adaptForStart, type DiskFile } from './hostAdaptation';
import { makeFolder, writeLabFile } from './labFolder';
import type { PrivateLibvirt } from './privateLibvirt';
import { outputOf } from './runProgram';
import { requireProgram } from './tools';
import { virshError } from './virshError';

const DISK_SIZE = '64M';

/** The path where the converter puts the cloud-init disk. */
const CLOUD_INIT_DISK = /\/cloud-init-data\/.*\.iso$/;

/** The real domain of one virt-launcher pod, in the lab's libvirt. */
export class PodDomain implements PodLibvirt {
  /** The last definition as libvirt prints it; undefined before the first. */
  private defined: XmlElement | undefined;
  private started = false;
  /** The socket of the serial console, while the domain runs. */
  private serial: string | undefined;
  private openConsole: Duplex | undefined;

  constructor(
    private readonly libvirt: PrivateLibvirt,
    private readonly folder: string,
    private readonly guest: GuestImage,
  ) {}

  readonly define = async (xml: string): Promise<XmlElement> => {
    makeFolder(this.folder);
    const file = join(this.folder, 'definition.xml');
    writeLabFile(file, adaptDefinition(xml));
    const said = await this.ask('define', file);
    // `Domain 'name' defined from file`
    const name = /'(.*)' defined from /s.exec(said)?.[1] ?? '';
    this.defined = parseAsLibvirt(await this.ask('dumpxml', '--inactive', name));
    return this.defined;
  };

  /**
   * Starts a copy of the definition that is adapted to this machine; the definition stays as the script made it. libvirt
   * allows a running domain to differ from its persistent definition.
   */
  readonly start = async (cloudInit: CloudInitData | undefined, isPaused: boolean): Promise<void> => {
    if (this.defined === undefined) {
      throw new Error('There is no definition to start.');
    }
    const { domain, disks, paths } = adaptForStart(this.defined, this.folder, this.guest);
    for (const path of paths) {
      this.makeParent(path);
    }
    for (const disk of disks) {
      await this.makeDisk(disk, cloudInit);
    }
    const file = join(this.folder, 'domain.xml');
    writeLabFile(file, renderLibvirtXml(domain));
    await this.ask('create', ...(isPaused ? ['--paused'] : []), file);
    this.started = true;
    this.serial = attribute(child(child(child(domain, 'devices'), 'serial'), 'source'), 'path');
  };

  readonly suspend = async (): Promise<void> => {
    await this.ask('suspend', this.uuid());
  };

  readonly resume = async (): Promise<void> => {
    await this.ask('resume', this.uuid());
  };

  readonly virsh = async (args: readonly string[]): Promise<CommandResult> => {
    const command = parseVirsh(args);
    if ('code' in command) {
      return command;
    }
    const { name, flags, agentCommand } = command;
    if (name === 'list') {
      return this.list(flags);
    }
    const words = [name, ...flags];
    if (command.domain !== undefined) {
      if (!this.isMine(command.domain)) {
        return failed(`failed to get domain '${command.domain}'`);
      }
      words.push('--domain', this.uuid());
    }
    return this.libvirt.virsh(...words, ...(agentCommand === undefined ? [] : [agentCommand]));
  };

  readonly console = (): Duplex | undefined => {
    if (this.serial === undefined) {
      return undefined;
    }
    // QEMU serves one client at a time.
    this.openConsole?.destroy();
    this.openConsole = connect(this.serial);
    // A guest that ends resets its console, maybe before anyone listens; `close` follows and reports it.
    this.openConsole.on('error', () => undefined);
    return this.openConsole;
  };

  readonly stop = async (): Promise<void> => {
    if (this.defined !== undefined) {
      // The guest may have turned itself off already.
      await this.libvirt.virsh('destroy', this.uuid());
      await this.libvirt.virsh('undefine', '--nvram', this.uuid());
    }
    this.openConsole?.destroy();
    this.serial = undefined;
    this.started = false;
    this.defined = undefined;
    rmSync(this.folder, { recursive: true, force: true });
  };

  private async ask(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.libvirt.virsh(...args);
    if (code !== 0) {
      throw virshError(stderr);
    }
    return stdout;
  }

  private uuid(): string {
    return textOf(child(this.defined, 'uuid'));
  }

  private isMine(domain: string): boolean {
    const name = textOf(child(this.defined, 'name'));
    return this.defined !== undefined && [...(this.started ? ['1'] : []), name, this.uuid()].includes(domain);
  }

  /** One libvirt runs the domains of all pods, so only the rows of this pod's domain are shown. */
  private async list(flags: readonly string[]): Promise<CommandResult> {
    const result = await this.libvirt.virsh('list', ...flags);
    const mine = [textOf(child(this.defined, 'name')), this.uuid()];
    const lines = result.stdout.split('\n');
    const isTable = lines.some((line) => /^-+$/.test(line));
    const kept = lines.filter(
      (line, index) =>
        (isTable && index < 2) || line.split(/\s+/).some((word) => word !== '' && mine.includes(word)),
    );
    return { ...result, stdout: `${kept.join('\n')}\n\n` };
  }

  private makeParent(path: string): void {
    const parent = dirname(path);
    mkdirSync(parent, { recursive: true });
    if (unprivileged !== undefined) {
      chownSync(parent, unprivileged.uid, unprivileged.gid);
    }
  }

  private async makeDisk(
    { path, podPath, format }: DiskFile,
    cloudInit: CloudInitData | undefined,
  ): Promise<void> {
    if (CLOUD_INIT_DISK.test(podPath) && cloudInit !== undefined) {
      await writeCloudInitIso(path, cloudInit);
    } else {
      await outputOf(requireProgram('qemu-img'), ['create', '-q', '-f', format, path, DISK_SIZE]);
    }
    if (unprivileged !== undefined) {
      chownSync(path, unprivileged.uid, unprivileged.gid);
    }
  }
}
