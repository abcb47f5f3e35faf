import type { Duplex } from 'node:stream';
import type { CloudInitData } from '../domain/cloudInitData';
import type { XmlElement } from '../domain/xmlTree';

export interface CommandResult {
  stdout: string;
  stderr: string;
  code: number;
}

/** The libvirt of one virt-launcher pod, in which there is one domain at most. */
export interface PodLibvirt {
  /**
   * Makes a text the domain's definition and answers its persistent form, as `virsh dumpxml --inactive` shows it.
   * Throws LibvirtError.
   */
  define: (xml: string) => Promise<XmlElement>;
  /** Starts the domain as it was defined last, with the data for its cloud-init disk. Throws LibvirtError. */
  start: (cloudInit: CloudInitData | undefined) => Promise<void>;
  /** Runs virsh with these arguments: no other domain than the pod's own can be seen, and nothing be changed. */
  virsh: (args: readonly string[]) => Promise<CommandResult>;
  /**
   * The running domain's serial console; undefined where it has none, and where no guest runs that could use it. Who
   * opens it takes it from whoever had it.
   */
  console: () => Duplex | undefined;
  /** Ends the domain, running or not, and removes its files. */
  stop: () => Promise<void>;
}

/** Gives a pod its libvirt: a simulated one, or one that runs QEMU on this machine. */
export type LibvirtFactory = (pod: { uid: string }) => PodLibvirt;
